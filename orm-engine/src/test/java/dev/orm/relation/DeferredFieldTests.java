package dev.orm.relation;

import java.util.List;

import dev.orm.Manager;
import dev.orm.error.FieldException;
import dev.orm.error.FieldFetchBlockedException;
import dev.orm.load.FetchMode;
import dev.orm.relation.News.Article;
import dev.orm.relation.News.Author;
import dev.orm.relation.News.Remark;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.relation.ArticlePath.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeferredFieldTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	private final Manager<Article> articles = this.news.articles;

	private final Manager<Author> authors = this.news.authors;

	private final Manager<Remark> remarks = this.news.remarks;

	@Test
	void aDeferredFieldIsFetchedForAllPeersAtOnce() {
		// tag::defer[]
		List<Article> articles = this.articles.defer(ARTICLE.body).list();
		// end::defer[]
		assertThat(articles.get(0).deferredFields()).containsExactly("body");
		List<String> bodies = Queries.expect(1, () -> articles.stream().map(Article::body).toList());
		assertThat(bodies).containsExactly("body 1", "body 2", "body 3", "body 4");
		assertThat(articles.get(0).deferredFields()).isEmpty();
	}

	@Test
	void modeOneFetchesTheFieldOfOneInstance() {
		List<Article> articles = this.articles.defer("body").fetchMode(FetchMode.ONE).list();
		Queries.expect(4, () -> articles.stream().map(Article::body).toList());
	}

	@Test
	void modeRaiseRefuses() {
		List<Article> articles = this.articles.defer("body").fetchMode(FetchMode.RAISE).list();
		assertThatExceptionOfType(FieldFetchBlockedException.class).isThrownBy(() -> articles.get(0).body());
	}

	@Test
	void theKeyIsAlwaysLoaded() {
		Article article = this.articles.only("title").defer("title").get(ARTICLE.id.eq(1L));
		assertThat(Queries.expect(0, () -> article.pk())).isEqualTo(1L);
	}

	@Test
	void aDeferredRelationCanStillBeFollowed() {
		List<Remark> remarks = this.remarks.only("text").list();
		List<String> titles = Queries.expect(2,
				() -> remarks.stream().map((remark) -> remark.article().get().title).toList());
		assertThat(titles).containsExactly("One", "One", "Two", "Three", "One");
	}

	@Test
	void joinedModelsLeaveFieldsOutToo() {
		List<Remark> remarks = this.remarks.selectRelated("article").only("text", "article__title").list();
		Queries.expect(0, () -> remarks.stream().map((remark) -> remark.article().get().title()).toList());
		assertThat(remarks.get(0).article().get().deferredFields()).contains("body", "votes");
		assertThat(Queries.expect(1, () -> remarks.get(0).article().get().body())).isEqualTo("body 1");
	}

	@Test
	void nothingIsDeferredOnceAllFieldsOfOnlyAreTakenBack() {
		Article article = this.articles.only("title", "votes").defer("votes", "title").get(ARTICLE.id.eq(1L));
		assertThat(article.deferredFields()).isEmpty();
	}

	@Test
	void aPathThroughADeferredRelationKeepsItsKey() {
		List<Remark> remarks = this.remarks.selectRelated("article").defer("article", "article__body").list();
		Article article = Queries.expect(0, () -> remarks.get(0).article().get());
		assertThat(article.deferredFields()).containsExactly("body");
	}

	@Test
	void aReverseOneToOneIsNotJoinedBesideFieldsThatLeaveItOut() {
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.authors.selectRelated("passport").only("name").list())
			.withMessageContaining("Author.passport cannot be both deferred and traversed");
		assertThat(this.authors.selectRelated("passport").only("name", "passport__number", "passport__author").list())
			.hasSize(3);
	}

	@Test
	void aFieldWithoutAccessorCannotBeDeferred() {
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.authors.only("bio").list())
			.withMessageContaining("name");
	}

	@Test
	void aDeferredInstanceEqualsAWholeOne() {
		Article partial = this.articles.only("title").get(ARTICLE.id.eq(1L));
		assertThat(partial).isEqualTo(this.articles.get(ARTICLE.id.eq(1L)));
	}

}
