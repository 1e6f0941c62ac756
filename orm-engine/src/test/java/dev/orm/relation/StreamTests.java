package dev.orm.relation;

import java.util.List;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.error.FieldException;
import dev.orm.error.QueryValueException;
import dev.orm.relation.News.Article;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StreamTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	private final Manager<Article> articles = this.news.articles;

	@Test
	void rowsAreReadAndPrefetchedAChunkAtATime() {
		Queries.expect(1 + 2, () -> {
			// tag::stream[]
			try (Stream<Article> articles = this.articles.prefetchRelated("remarks").stream(2)) {
				articles.forEach((article) -> assertThat(article.title).isNotEmpty());
			}
			// end::stream[]
			return true;
		});
		assertThat(database.connectionsInUse()).isZero();
	}

	@Test
	void peersAreTheRowsOfOneChunk() {
		Queries.expect(1 + 2, () -> {
			try (Stream<Article> articles = this.articles.all().stream(2)) {
				return articles.map((article) -> article.author.get().name).toList();
			}
		});
	}

	@Test
	void aStreamThatIsClosedEarlyGivesItsConnectionBack() {
		try (Stream<Article> articles = this.articles.all().stream(2)) {
			assertThat(articles.limit(1).toList()).hasSize(1);
		}
		assertThat(database.connectionsInUse()).isZero();
	}

	@Test
	void aStreamThatIsRefusedOpensNoConnection() {
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.news.authors.only("bio").stream(2))
			.withMessageContaining("cannot be deferred");
		assertThat(database.connectionsInUse()).isZero();
	}

	@Test
	void aChunkHasRows() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> this.articles.all().stream(0));
	}

	@Test
	void aListIsOneStatement() {
		List<Article> articles = Queries.expect(1, () -> this.articles.list());
		assertThat(articles).hasSize(4);
	}

}
