package dev.orm.relation;

import java.util.Arrays;
import java.util.List;

import dev.orm.Manager;
import dev.orm.QuerySet;
import dev.orm.Related;
import dev.orm.error.FieldException;
import dev.orm.expression.Annotation;
import dev.orm.expression.Q;
import dev.orm.relation.News.Article;
import dev.orm.relation.News.Author;
import dev.orm.relation.News.Passport;
import dev.orm.relation.News.Remark;
import dev.orm.relation.News.Topic;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.expression.Expressions.filteredRelation;
import static dev.orm.relation.ArticlePath.ARTICLE;
import static dev.orm.relation.AuthorPath.AUTHOR;
import static dev.orm.relation.PassportPath.PASSPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a filtered relation leads to is loaded under its name. */
class FilteredRelationTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	private final Manager<Article> articles = this.news.articles;

	private final Manager<Author> authors = this.news.authors;

	private final Manager<Passport> passports = this.news.passports;

	private final Manager<Remark> remarks = this.news.remarks;

	private final Annotation<Article, Remark> late = filteredRelation(ARTICLE.remarks(),
			ARTICLE.remarks().text.gt("r2"))
		.as("late");

	@Test
	void theRowThatFitsComesWithEachRow() {
		// tag::select[]
		Annotation<Article, Remark> late = filteredRelation(ARTICLE.remarks(), ARTICLE.remarks().text.gt("r2"))
			.as("late");
		List<Article> articles = this.articles.annotate(late).selectRelated("late").list();
		Remark remark = articles.get(0).get(late);
		// end::select[]
		assertThat(remark.text).isEqualTo("r5");
		assertThat(articles).extracting((article) -> text(article.get(late))).containsExactly("r5", "r3", "r4", null);
	}

	@Test
	void theConditionIsPartOfTheJoin() {
		String sql = Queries.expect(0, () -> this.articles.annotate(this.late).selectRelated("late").toSql());
		assertThat(sql).containsOnlyOnce("JOIN")
			.contains(
					"LEFT OUTER JOIN \"remark\" \"t1\" ON \"t0\".\"id\" = \"t1\".\"article_id\" AND \"t1\".\"text\" > ")
			.contains("\"t1\".\"text\"")
			.doesNotContain("WHERE");
	}

	@Test
	void conditionsByItsNameAreAboutTheRowsThatAreLoaded() {
		var query = this.articles.annotate(this.late).selectRelated("late").filter("late__text", "r5");
		assertThat(query.toSql()).containsOnlyOnce("JOIN");
		assertThat(query.list()).extracting((article) -> text(article.get(this.late))).containsExactly("r5");
	}

	@Test
	void aRowComesOnceForEachThatFits() {
		Annotation<Article, Remark> all = filteredRelation(ARTICLE.remarks(), ARTICLE.remarks().id.gt(0L)).as("all");
		List<Article> articles = this.articles.annotate(all).selectRelated("all").orderBy("id", "all__id").list();
		assertThat(articles).extracting((article) -> article.title + " " + text(article.get(all)))
			.containsExactly("One r1", "One r2", "One r5", "Two r3", "Three r4", "Four null");
	}

	@Test
	void rowsThatPointBackKnowWhereTheyWereFound() {
		Article one = this.articles.annotate(this.late).selectRelated("late").get(ARTICLE.id.eq(1L));
		assertThat(Queries.expect(0, () -> one.get(this.late).article.get())).isSameAs(one);
		assertThat(Queries.expect(1, () -> one.author.get()).name).isEqualTo("Ada");
	}

	@Test
	void aForeignKeyItselfStaysAsItIs() {
		Annotation<Article, Author> bob = filteredRelation(ARTICLE.editor(), ARTICLE.editor().name.eq("Bob")).as("bob");
		List<Article> articles = this.articles.annotate(bob).selectRelated("bob").list();
		assertThat(articles).extracting((article) -> name(article.get(bob))).containsExactly("Bob", null, "Bob", null);
		assertThat(articles.get(3).editor.isFetched()).isFalse();
		assertThat(Queries.expect(1, () -> articles.get(3).editor.get()).name).isEqualTo("Cy");
	}

	@Test
	void oneToOnesKnowEachOtherAndStayAsTheyAre() {
		Annotation<Author, Passport> first = filteredRelation(AUTHOR.passport(), AUTHOR.passport().number.eq("P1"))
			.as("first");
		List<Author> authors = this.authors.annotate(first).selectRelated("first").list();
		assertThat(Queries.expect(0, () -> authors.get(0).get(first).author.get())).isSameAs(authors.get(0));
		assertThat(authors.get(1).get(first)).isNull();
		assertThat(Queries.expect(1, () -> Related.one(authors.get(1), AUTHOR.passport())).number).isEqualTo("P2");
		Annotation<Passport, Author> ada = filteredRelation(PASSPORT.author(), PASSPORT.author().name.eq("Ada"))
			.as("ada");
		Passport passport = this.passports.annotate(ada).selectRelated("ada").get();
		assertThat(Queries.expect(0, () -> Related.one(passport.get(ada), AUTHOR.passport()))).isSameAs(passport);
	}

	@Test
	void rowsBehindAJoinTableAreLoadedToo() {
		Annotation<Article, Topic> java = filteredRelation(ARTICLE.topics(), ARTICLE.topics().name.eq("java"))
			.as("java");
		List<Article> articles = this.articles.annotate(java)
			.selectRelated("java")
			.filter("java__isnull", false)
			.list();
		assertThat(articles).extracting((article) -> article.title + " " + article.get(java).name)
			.containsExactly("One java", "Two java", "Three java");
	}

	@Test
	void aPathOfSeveralRelationsLeadsToTheLast() {
		List<Author> authors = this.authors
			.annotate("said", filteredRelation("articles__remarks", Q.of("articles__remarks__text", "r3")))
			.selectRelated("said")
			.filter("said__isnull", false)
			.list();
		assertThat(authors).extracting(Author::toString).containsExactly("Author(1)");
		Remark said = (Remark) authors.get(0).get("said");
		assertThat(said.text).isEqualTo("r3");
		assertThat(said.article.isFetched()).isFalse();
	}

	@Test
	void furtherRelationsAreJoinedToIt() {
		Annotation<Author, Article> best = filteredRelation(AUTHOR.articles(), AUTHOR.articles().votes.gt(4))
			.as("best");
		List<Author> authors = this.authors.annotate(best).selectRelated("best__editor").list();
		assertThat(Queries.expect(0, () -> authors.get(1).get(best).editor.get().name)).isEqualTo("Bob");
	}

	@Test
	void itsFieldsMayBeDeferred() {
		List<Article> articles = this.articles.annotate(this.late).selectRelated("late").defer("late__text").list();
		assertThat(articles.get(0).get(this.late).deferredFields()).containsExactly("text");
		assertThat(Queries.expect(1,
				() -> Arrays.asList(articles.get(0).get(this.late).text(), articles.get(1).get(this.late).text())))
			.containsExactly("r5", "r3");
	}

	@Test
	void itIsKnownByItsNameAloneAndFromTheRoot() {
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.articles.annotate(this.late).selectRelated("author__late").list())
			.withMessageContaining("'late'");
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.articles.annotate(this.late).selectRelated("lat").list())
			.withMessageContaining("Did you mean 'late'?");
		assertThat(this.remarks.selectRelated("article").list()).hasSize(5);
	}

	@Test
	void conditionsStayWithTheirTablesWhenQuerysetsAreMerged() {
		var voted = this.authors.filter("articles__votes__gt", 4);
		assertThat(voted.and(said("Two")).list()).extracting((author) -> author.name).containsExactly("Ada");
		assertThat(said("Two").or(said("Three")).list()).extracting((author) -> author.name)
			.containsExactly("Ada", "Bob");
		assertThat(said("Two").or(said("Two")).list()).extracting((author) -> author.name).containsExactly("Ada");
	}

	private QuerySet<Author> said(String title) {
		return this.authors.annotate("said", filteredRelation("articles", Q.of("articles__title", title)))
			.filter("said__isnull", false);
	}

	private static String text(Remark remark) {
		return (remark != null) ? remark.text : null;
	}

	private static String name(Author author) {
		return (author != null) ? author.name : null;
	}

}
