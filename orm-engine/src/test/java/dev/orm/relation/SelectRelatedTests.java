package dev.orm.relation;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Related;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.FieldException;
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
import static dev.orm.relation.PassportPath.PASSPORT;
import static dev.orm.relation.RemarkPath.REMARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SelectRelatedTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	private final Manager<Article> articles = this.news.articles;

	private final Manager<Author> authors = this.news.authors;

	private final Manager<Remark> remarks = this.news.remarks;

	private final Manager<Passport> passports = this.news.passports;

	@Test
	void joinedRelationsComeWithTheRows() {
		// tag::select-related[]
		List<Remark> remarks = this.remarks.selectRelated(REMARK.article().author()).list();
		// end::select-related[]
		List<String> names = Queries.expect(0,
				() -> remarks.stream().map((remark) -> remark.article.get().author.get().name).toList());
		assertThat(names).containsExactly("Ada", "Ada", "Ada", "Bob", "Ada");
	}

	@Test
	void theWholeCostsOneStatement() {
		Queries.expect(1, () -> this.remarks.selectRelated("article__author", "article__editor").list());
	}

	@Test
	void aNullRelationIsKnownToBeNull() {
		Article article = this.articles.selectRelated(ARTICLE.editor()).get(ARTICLE.id.eq(2L));
		assertThat(Queries.<Author>expect(0, () -> article.editor.orNull())).isNull();
	}

	@Test
	void aMissingReverseOneToOneIsKnownToBeMissing() {
		Author author = this.authors.selectRelated(AUTHOR.passport()).get(AUTHOR.name.eq("Cy"));
		assertThat(Queries.<Passport>expect(0, () -> Related.oneOrNull(author, AUTHOR.passport()))).isNull();
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> Related.one(author, AUTHOR.passport()));
	}

	@Test
	void bothSidesOfAOneToOneKnowEachOther() {
		Author author = this.authors.selectRelated(AUTHOR.passport()).get(AUTHOR.name.eq("Ada"));
		Queries.expect(0, () -> {
			// tag::reverse-one-to-one[]
			Passport passport = Related.one(author, AUTHOR.passport());
			// end::reverse-one-to-one[]
			assertThat(passport.number).isEqualTo("P1");
			assertThat(passport.author.get()).isSameAs(author);
			return passport;
		});
		Passport other = this.passports.selectRelated(PASSPORT.author()).get(PASSPORT.number.eq("P2"));
		assertThat(Queries.expect(0, () -> Related.one(other.author.get(), AUTHOR.passport()))).isSameAs(other);
	}

	@Test
	void aToManyRelationCannotBeJoined() {
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.articles.selectRelated("remarks").list())
			.withMessageContaining("prefetchRelated");
	}

	@Test
	void aDeferredKeyCannotBeJoinedThrough() {
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.articles.only("title").selectRelated("author").list());
	}

	@Test
	void theJoinCanBeTakenBack() {
		Article article = this.articles.selectRelated("author").noSelectRelated().get(ARTICLE.id.eq(1L));
		assertThat(article.author.isFetched()).isFalse();
	}

}
