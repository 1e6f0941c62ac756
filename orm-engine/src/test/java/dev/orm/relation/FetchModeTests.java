package dev.orm.relation;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Related;
import dev.orm.RelatedManager;
import dev.orm.error.FieldFetchBlockedException;
import dev.orm.load.FetchMode;
import dev.orm.model.ForeignKey;
import dev.orm.relation.News.Article;
import dev.orm.relation.News.Author;
import dev.orm.relation.News.Passport;
import dev.orm.relation.News.Remark;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.relation.ArticlePath.ARTICLE;
import static dev.orm.relation.AuthorPath.AUTHOR;
import static dev.orm.relation.RemarkPath.REMARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FetchModeTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	private final Manager<Article> articles = this.news.articles;

	private final Manager<Author> authors = this.news.authors;

	private final Manager<Remark> remarks = this.news.remarks;

	@Test
	void touchingARelationFetchesItForAllPeers() {
		// tag::peers[]
		List<Article> articles = this.articles.list();
		articles.forEach((article) -> article.author.get());
		// end::peers[]
		List<Article> fresh = this.articles.list();
		Queries.expect(1, () -> fresh.stream().map((article) -> article.author.get().name).toList());
	}

	@Test
	void reverseOneToOnesAreFetchedForAllPeersToo() {
		List<Author> authors = this.authors.list();
		List<Passport> passports = Queries.expect(1, () -> {
			Passport first = Related.oneOrNull(authors.get(0), AUTHOR.passport());
			Passport second = Related.oneOrNull(authors.get(1), AUTHOR.passport());
			assertThat(Related.oneOrNull(authors.get(2), AUTHOR.passport())).isNull();
			return List.of(first, second);
		});
		assertThat(passports).extracting((passport) -> passport.number).containsExactly("P1", "P2");
	}

	@Test
	void theModeIsInheritedByWhatIsFetched() {
		List<Remark> remarks = this.remarks.list();
		Queries.expect(2, () -> remarks.stream().map((remark) -> remark.article.get().author.get().name).toList());
	}

	@Test
	void aHandleThatWasReplacedStillLeadsToItsOwnTarget() {
		Article article = this.articles.filter("author__name__isnull", false).orderBy("pk").first().orElseThrow();
		ForeignKey<Author> before = article.author;
		Author other = this.authors.exclude("pk", before.id()).first().orElseThrow();
		article.author = ForeignKey.to(other);
		Author found = Queries.expect(1, before::get);
		assertThat(found.pk()).isEqualTo(before.id()).isNotEqualTo(other.pk());
		assertThat(article.author.get()).isEqualTo(other);
	}

	@Test
	void modeOneFetchesForTheInstanceAlone() {
		List<Article> articles = this.articles.fetchMode(FetchMode.ONE).list();
		Queries.expect(4, () -> articles.stream().map((article) -> article.author.get().name).toList());
	}

	@Test
	void modeRaiseRefusesToFetch() {
		List<Article> articles = this.articles.fetchMode(FetchMode.RAISE).list();
		assertThat(articles.get(0).author.id()).isEqualTo(1L);
		assertThatExceptionOfType(FieldFetchBlockedException.class).isThrownBy(() -> articles.get(0).author.get())
			.withMessageContaining("Article.author");
	}

	@Test
	void modeRaiseIsInheritedThroughRelatedManagers() {
		Author author = this.authors.fetchMode(FetchMode.RAISE).get(AUTHOR.id.eq(1L));
		Article article = RelatedManager.of(author, AUTHOR.articles()).filter(ARTICLE.title.isNotNull()).list().get(0);
		assertThatExceptionOfType(FieldFetchBlockedException.class).isThrownBy(() -> article.editor.get());
	}

	@Test
	void whatIsMadeThroughAQuerysetHasItsMode() {
		var raising = this.remarks.fetchMode(FetchMode.RAISE);
		this.news.orm.atomic().run(() -> {
			Remark made = raising.create(REMARK.text.is("new"), REMARK.article.set(1L));
			Remark got = raising.getOrCreate(REMARK.text.is("r1")).instance();
			Remark updated = raising.updateOrCreate(Map.of("text", "r2"), Map.of("text", "r2")).instance();
			Remark added = raising.getOrCreate(REMARK.text.is("other"), REMARK.article.set(1L)).instance();
			assertThat(List.of(made, got, updated, added)).allSatisfy((remark) -> {
				assertThat(remark.article.id()).isNotNull();
				assertThatExceptionOfType(FieldFetchBlockedException.class).isThrownBy(remark.article::get);
			});
			Remark plain = this.remarks.getOrCreate(REMARK.text.is("r1")).instance();
			assertThat(plain.article.get().title).isEqualTo("One");
			this.news.orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void whatIsMadeThroughARelatedManagerHasTheModeOfItsOwner() {
		Author author = this.authors.fetchMode(FetchMode.RAISE).get(AUTHOR.id.eq(1L));
		this.news.orm.atomic().run(() -> {
			Article made = RelatedManager.of(author, AUTHOR.articles())
				.create(ARTICLE.title.is("new"), ARTICLE.body.is(""), ARTICLE.editor.set("Bob"));
			assertThat(made.author.get()).isSameAs(author);
			assertThatExceptionOfType(FieldFetchBlockedException.class).isThrownBy(made.editor::get);
			this.news.orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void nPlusOneIsRefusedOnlyWhereItWouldHappen() {
		Orm strict = new News(
				Orm.builder().dataSource(database.dataSource()).fetchMode(FetchMode.RAISE_N_PLUS_ONE)).orm;
		Article alone = strict.manager(Article.class).get(ARTICLE.id.eq(1L));
		assertThat(alone.author.get().name).isEqualTo("Ada");
		List<Article> several = strict.manager(Article.class).list();
		assertThatExceptionOfType(FieldFetchBlockedException.class).isThrownBy(() -> several.get(0).author.get());
	}

	@Test
	void theKeyOfARelationNeverCostsAStatement() {
		List<Article> articles = this.articles.list();
		List<Object> keys = Queries.expect(0,
				() -> articles.stream().<Object>map((article) -> article.author.id()).toList());
		assertThat(keys).containsExactly(1L, 1L, 2L, 1L);
	}

}
