package dev.orm.relation;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Related;
import dev.orm.RelatedManager;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RelationOperationException;
import dev.orm.relation.News.Article;
import dev.orm.relation.News.Author;
import dev.orm.relation.News.Topic;
import dev.orm.observe.QueryLog;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.relation.ArticlePath.ARTICLE;
import static dev.orm.relation.AuthorPath.AUTHOR;
import static dev.orm.relation.TopicPath.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RelatedManagerTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	private final Manager<Article> articles = this.news.articles;

	private final Manager<Author> authors = this.news.authors;

	private final Manager<Topic> topics = this.news.topics;

	private final Author ada = this.authors.get(AUTHOR.name.eq("Ada"));

	@Test
	void aReverseForeignKeyIsAQuerysetOfTheOwnersRows() {
		// tag::related-manager[]
		RelatedManager<Article> articles = RelatedManager.of(this.ada, AUTHOR.articles());
		List<Article> popular = articles.filter(ARTICLE.votes.gte(3)).orderBy(ARTICLE.votes.desc()).list();
		// end::related-manager[]
		assertThat(popular).extracting(Article::title).containsExactly("One", "Two");
		assertThat(articles.count()).isEqualTo(3);
	}

	@Test
	void rowsOfARelatedManagerKnowTheirOwner() {
		List<Article> articles = RelatedManager.of(this.ada, AUTHOR.articles()).filter("votes__gt", 1).list();
		assertThat(Queries.<Author>expect(0, () -> articles.get(0).author.get())).isSameAs(this.ada);
	}

	@Test
	void aPrefetchedManagerAnswersFromMemory() {
		Author author = this.authors.prefetchRelated("articles").get(AUTHOR.name.eq("Ada"));
		RelatedManager<Article> articles = RelatedManager.of(author, AUTHOR.articles());
		Queries.expect(0, () -> {
			assertThat(articles.list()).hasSize(3);
			assertThat(articles.all().count()).isEqualTo(3);
			assertThat(articles.exists()).isTrue();
			return articles.contains(articles.list().get(0));
		});
		assertThat(Queries.expect(1, () -> articles.filter("votes__gt", 1).list())).hasSize(2);
		assertThat(Queries.expect(1, () -> articles.all().orderBy("-votes").list())).hasSize(3);
	}

	@Test
	void aRowThatCannotBeRelatedIsNotCreated() {
		Article article = this.articles.get(ARTICLE.id.eq(1L));
		long before = this.topics.count();
		database.execute("ALTER TABLE article_topics ADD CONSTRAINT closed CHECK (id < 0) NOT VALID");
		try {
			for (ThrowingCallable write : List.<ThrowingCallable>of(() -> article.topics.create(Map.of("name", "new")),
					() -> article.topics.getOrCreate(Map.of("name", "new"), Map.of()),
					() -> article.topics.updateOrCreate(Map.of("name", "new"), Map.of()))) {
				assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(write);
				assertThat(this.topics.count()).isEqualTo(before);
			}
		}
		finally {
			database.execute("ALTER TABLE article_topics DROP CONSTRAINT closed");
		}
	}

	@Test
	void whatARelatedManagerRefusesCondemnsNoBlock() {
		Article article = this.articles.get(ARTICLE.id.eq(1L));
		long before = this.topics.count();
		this.news.orm.atomic().run(() -> {
			assertThatExceptionOfType(MultipleObjectsReturnedException.class)
				.isThrownBy(() -> article.topics.getOrCreate(Map.of("name__gte", ""), Map.of()));
			assertThatExceptionOfType(IllegalQueryException.class)
				.isThrownBy(() -> article.topics.create(Map.of("nothing", "x")));
			article.topics.create(Map.of("name", "in the block"));
		});
		assertThat(this.topics.count()).isEqualTo(before + 1);
		this.topics.filter(TOPIC.name.eq("in the block")).delete();
	}

	@Test
	void countingAManyToManyRelationReadsTheJoinTableOnly() {
		Article article = this.articles.get(ARTICLE.id.eq(1L));
		QueryLog log = QueryLog.capture(() -> {
			assertThat(article.topics.count()).isEqualTo(article.topics.all().list().size());
			assertThat(article.topics.exists()).isTrue();
			assertThat(article.topics.all().count()).isPositive();
		});
		assertThat(log.statements()).filteredOn((sql) -> !sql.contains("\"name\"")).hasSize(3).allSatisfy((sql) -> {
			assertThat(sql).contains("FROM \"article_topics\"");
			assertThat(sql).doesNotContain("JOIN");
		});
		assertThat(log.statements())
			.contains("SELECT COUNT(*) AS \"__count\" FROM \"article_topics\" \"t0\" WHERE \"t0\".\"article_id\" = ?");
	}

	@Test
	void countingFilteredRowsOfAManyToManyRelationJoinsThem() {
		Article article = this.articles.get(ARTICLE.id.eq(1L));
		QueryLog log = QueryLog.capture(() -> article.topics.all().filter(TOPIC.name.eq("java")).count());
		assertThat(log.statements().get(0)).contains("JOIN");
	}

	@Test
	void writesForgetWhatWasPrefetched() {
		this.news.orm.atomic().run(() -> {
			Article article = this.articles.prefetchRelated("topics").get(ARTICLE.id.eq(4L));
			Topic java = this.topics.get(TOPIC.name.eq("java"));
			// tag::write[]
			article.topics.add(java);
			// end::write[]
			assertThat(article.topics.all().list()).containsExactly(java);
			article.topics.clear();
			assertThat(article.topics.all().list()).isEmpty();
		});
	}

	@Test
	void theFirstFilterOfAManyToManyManagerMeansTheSameRow() {
		Article one = this.articles.get(ARTICLE.id.eq(1L));
		assertThat(one.topics.filter(TOPIC.articles().title.eq("Three")).list()).isEmpty();
		assertThat(one.topics.all().all().filter(TOPIC.articles().title.eq("One")).count()).isEqualTo(2);
	}

	@Test
	void aNewInstanceHasNoRelatedRowsYet() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> RelatedManager.of(new Author(), AUTHOR.articles()).list())
			.withMessageContaining("saved");
	}

	@Test
	void aManagerIsNotOneRow() {
		assertThatExceptionOfType(RelationOperationException.class)
			.isThrownBy(() -> Related.one(this.ada, AUTHOR.articles()));
		assertThatExceptionOfType(RelationOperationException.class).isThrownBy(() -> Related.get(this.ada, "letters"))
			.withMessageContaining("articles");
	}

	@Test
	void theNameInPathsReachesTheAccessorToo() {
		Author bob = this.authors.get(AUTHOR.name.eq("Bob"));
		assertThat(RelatedManager.of(bob, AUTHOR.edited()).list()).extracting(Article::title)
			.containsExactly("One", "Three");
	}

	@Test
	void refreshingForgetsWhatWasFetched() {
		this.news.orm.atomic().run(() -> {
			Article article = this.articles.selectRelated("author").prefetchRelated("topics").get(ARTICLE.id.eq(1L));
			this.articles.filter(ARTICLE.id.eq(1L)).update(ARTICLE.title.set("New"), ARTICLE.author.set(2L));
			// tag::refresh[]
			this.articles.refresh(article);
			// end::refresh[]
			assertThat(article.title).isEqualTo("New");
			assertThat(article.author.get().name).isEqualTo("Bob");
			this.articles.filter(ARTICLE.id.eq(1L)).update(ARTICLE.title.set("Newer"), ARTICLE.votes.set(99));
			this.articles.refresh(article, "votes");
			assertThat(article.votes).isEqualTo(99);
			assertThat(article.title).isEqualTo("New");
			this.news.orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void refreshingARowThatIsGoneIsRefused() {
		Topic topic = this.topics.get(TOPIC.name.eq("web"));
		this.news.orm.atomic().run(() -> {
			this.topics.filter("pk", topic.pk()).delete();
			assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> this.topics.refresh(topic));
			this.news.orm.atomic().setRollbackOnly();
		});
	}

}
