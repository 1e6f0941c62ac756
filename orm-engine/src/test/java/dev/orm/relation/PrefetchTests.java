package dev.orm.relation;

import java.util.List;
import java.util.function.Consumer;

import dev.orm.Manager;
import dev.orm.Prefetch;
import dev.orm.QuerySet;
import dev.orm.Related;
import dev.orm.RelatedManager;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RelationOperationException;
import dev.orm.expression.F;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.relation.News.Article;
import dev.orm.relation.News.Author;
import dev.orm.relation.News.Remark;
import dev.orm.relation.News.Topic;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Prefetch.prefetch;
import static dev.orm.relation.ArticlePath.ARTICLE;
import static dev.orm.relation.AuthorPath.AUTHOR;
import static dev.orm.relation.RemarkPath.REMARK;
import static dev.orm.relation.TopicPath.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PrefetchTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	private final Manager<Article> articles = this.news.articles;

	private final Manager<Author> authors = this.news.authors;

	private final Manager<Remark> remarks = this.news.remarks;

	private final Manager<Topic> topics = this.news.topics;

	@Test
	void whatTheEngineSelectsForItselfIsNobodysAnnotation() {
		List<Article> articles = this.articles
			.prefetchRelated(prefetch(ARTICLE.topics(), this.topics.annotate("_prefetch_owner", F.of("name"))))
			.list();
		assertThat(articles).flatExtracting((article) -> article.topics.list())
			.isNotEmpty()
			.allSatisfy((topic) -> assertThat(topic.get("_prefetch_owner")).isEqualTo(topic.name));

		var page = this.articles.annotate("_cursor0", F.of("title")).orderBy("votes", "id").after(null, 2);
		assertThat(page.items()).hasSize(2)
			.allSatisfy((article) -> assertThat(article.get("_cursor0")).isEqualTo(article.title));
		assertThat(this.articles.orderBy("votes", "id").after(page.cursor(), 2).items())
			.doesNotContainAnyElementsOf(page.items());
	}

	@Test
	void eachRelationCostsOneStatementWhateverTheNumberOfRows() {
		// tag::prefetch-related[]
		List<Article> articles = this.articles.prefetchRelated(ARTICLE.topics(), ARTICLE.remarks()).list();
		// end::prefetch-related[]
		Queries.expect(3, () -> this.articles.prefetchRelated(ARTICLE.topics(), ARTICLE.remarks()).list());
		Queries.expect(0, () -> {
			assertThat(topics(articles.get(0))).containsExactly("db", "java");
			assertThat(topics(articles.get(3))).isEmpty();
			assertThat(remarks(articles.get(0))).containsExactly("r1", "r2", "r5");
			return remarks(articles.get(3));
		});
	}

	@Test
	void pathsOfAnyDepthFetchSharedPrefixesOnce() {
		List<Author> authors = Queries.expect(4,
				() -> this.authors.prefetchRelated("articles__remarks", "articles__topics").list());
		Queries.expect(0, () -> {
			Article one = articles(authors.get(0)).get(0);
			assertThat(remarks(one)).containsExactly("r1", "r2", "r5");
			assertThat(topics(one)).containsExactly("db", "java");
			assertThat(one.author.get()).isSameAs(authors.get(0));
			return one;
		});
	}

	@Test
	void forwardRelationsShareOneInstanceForEachRow() {
		List<Article> articles = Queries.expect(2, () -> this.articles.prefetchRelated(ARTICLE.author()).list());
		Author ada = Queries.expect(0, () -> articles.get(0).author.get());
		assertThat(Queries.<Author>expect(0, () -> articles.get(1).author.get())).isSameAs(ada);
	}

	@Test
	void aRelationToAnotherFieldThanTheKeyIsMatchedByIt() {
		List<Article> articles = Queries.expect(2, () -> this.articles.prefetchRelated("editor").list());
		List<String> names = Queries.expect(0,
				() -> articles.stream()
					.map((article) -> (article.editor.orNull() != null) ? article.editor.get().name : "-")
					.toList());
		assertThat(names).containsExactly("Bob", "-", "Bob", "Cy");
		List<Author> authors = this.authors.prefetchRelated("editedArticles").list();
		assertThat(Queries.expect(0, () -> RelatedManager.<Article>of(authors.get(1), "editedArticles").all().list()))
			.extracting(Article::title)
			.containsExactly("One", "Three");
	}

	@Test
	void reverseOneToOnesAreFetchedTogether() {
		List<Author> authors = Queries.expect(2, () -> this.authors.prefetchRelated(AUTHOR.passport()).list());
		Queries.expect(0, () -> {
			assertThat(Related.one(authors.get(1), AUTHOR.passport()).number).isEqualTo("P2");
			assertThat(Related.one(authors.get(1), AUTHOR.passport()).author.get()).isSameAs(authors.get(1));
			return Related.oneOrNull(authors.get(2), AUTHOR.passport());
		});
	}

	@Test
	void aQuerysetOfOnesOwnChoosesAndOrdersTheRows() {
		// tag::prefetch-queryset[]
		List<Article> articles = this.articles
			.prefetchRelated(prefetch(ARTICLE.remarks(), this.remarks.exclude(REMARK.text.eq("r2")).orderBy("-id")))
			.list();
		// end::prefetch-queryset[]
		assertThat(Queries.expect(0, () -> remarks(articles.get(0)))).containsExactly("r5", "r1");
	}

	@Test
	void theQuerysetMayPrefetchAndJoinFurther() {
		List<Author> authors = Queries.expect(3,
				() -> this.authors
					.prefetchRelated(prefetch(AUTHOR.articles(),
							this.articles.selectRelated("editor").prefetchRelated("remarks").all()))
					.list());
		Queries.expect(0, () -> {
			Article one = articles(authors.get(0)).get(0);
			assertThat(one.editor.get().name).isEqualTo("Bob");
			return assertThat(remarks(one)).hasSize(3);
		});
	}

	@Test
	void aSliceIsTakenForEachOwner() {
		// tag::prefetch-slice[]
		List<Article> articles = this.articles
			.prefetchRelated(prefetch(ARTICLE.remarks(), this.remarks.orderBy("-id").slice(0, 2)))
			.list();
		// end::prefetch-slice[]
		assertThat(remarks(articles.get(0))).containsExactly("r5", "r2");
		assertThat(remarks(articles.get(1))).containsExactly("r3");
		List<Article> byTopic = this.articles
			.prefetchRelated(prefetch(ARTICLE.topics(), this.topics.orderBy("-name").limit(1)))
			.list();
		assertThat(topics(byTopic.get(0))).containsExactly("java");
		assertThat(topics(byTopic.get(2))).containsExactly("web");
	}

	@Test
	@SuppressWarnings("unchecked")
	void aSliceMayBeKeptUnderANameOfItsOwn() {
		Prefetch last = prefetch(ARTICLE.remarks(), this.remarks.orderBy("-id").slice(0, 1)).to("last");
		Prefetch first = prefetch(ARTICLE.topics(), this.topics.orderBy("name").slice(0, 1)).to("first");
		List<Article> articles = Queries.expect(3, () -> this.articles.prefetchRelated(last, first).list());
		assertThat((List<Remark>) articles.get(0).get("last")).extracting(Remark::text).containsExactly("r5");
		assertThat((List<Remark>) articles.get(3).get("last")).isEmpty();
		assertThat((List<Topic>) articles.get(2).get("first")).extracting(Topic::name).containsExactly("java");
	}

	@Test
	void aSliceIsTakenByOneStatementForAllOwners() {
		Prefetch some = prefetch(ARTICLE.remarks(), this.remarks.orderBy("-id").slice(1, 2));
		QueryLog log = QueryLog.capture(() -> {
			List<Article> articles = this.articles.prefetchRelated(some).list();
			assertThat(remarks(articles.get(0))).containsExactly("r2");
			assertThat(remarks(articles.get(1))).isEmpty();
		});
		assertThat(log.statements()).hasSize(2);
		assertThat(log.statements().get(1)).contains("LATERAL", "LIMIT 1 OFFSET");
	}

	@Test
	void ofARelationToOneRowThereIsNoSlice() {
		for (Prefetch sliced : List.of(prefetch("author", this.authors.slice(0, 1)),
				prefetch("author__passport", this.news.passports.slice(0, 1)))) {
			assertThatExceptionOfType(IllegalQueryException.class)
				.isThrownBy(() -> this.articles.prefetchRelated(sliced).list())
				.withMessageContaining("once a slice has been taken");
		}
	}

	@Test
	void aReversedQuerysetIsSlicedFromItsOtherEnd() {
		List<Article> articles = this.articles
			.prefetchRelated(prefetch(ARTICLE.remarks(), this.remarks.orderBy("id").reverse().slice(0, 1)))
			.list();
		assertThat(remarks(articles.get(0))).containsExactly("r5");
	}

	@Test
	@SuppressWarnings("unchecked")
	void rowsKeptUnderANameOfTheirOwnLeaveTheRelationAlone() {
		Prefetch loud = prefetch(ARTICLE.remarks(), this.remarks.filter("text__in", List.of("r1", "r4"))).to("loud");
		List<Article> articles = this.articles.prefetchRelated(loud).list();
		List<Remark> kept = (List<Remark>) Queries.expect(0, () -> articles.get(0).get("loud"));
		assertThat(kept).extracting(Remark::text).containsExactly("r1");
		assertThat(Queries.expect(1, () -> remarks(articles.get(0)))).hasSize(3);
	}

	@Test
	void aNameThatAFieldHasIsTakenForFetched() {
		List<Article> articles = Queries.expect(1,
				() -> this.articles.prefetchRelated(prefetch("remarks", this.remarks.all()).to("title")).list());
		assertThat(articles.get(0).title).isEqualTo("One");
	}

	@Test
	void conditionsOnTheWayBackMeanTheOwnersOwnRows() {
		List<Article> articles = this.articles
			.prefetchRelated(prefetch(ARTICLE.topics(), this.topics.filter(TOPIC.articles().title.eq("One"))))
			.list();
		assertThat(topics(articles.get(0))).containsExactly("db", "java");
		assertThat(topics(articles.get(1))).isEmpty();
	}

	@Test
	void aRowThatOccursTwiceHasItsRelationsTwice() {
		List<Article> articles = this.articles.filter(ARTICLE.remarks().id.gt(0)).prefetchRelated("topics").list();
		assertThat(articles).extracting(Article::title).containsExactly("One", "One", "One", "Two", "Three");
		Queries.expect(0, () -> {
			articles.subList(0, 3).forEach((article) -> assertThat(topics(article)).containsExactly("db", "java"));
			return articles;
		});
	}

	@Test
	void aDeferredKeyIsFetchedRatherThanItsRowsLost() {
		List<Article> articles = Queries.expect(3,
				() -> this.articles.prefetchRelated(prefetch(ARTICLE.remarks(), this.remarks.only("text"))).list());
		assertThat(Queries.expect(0, () -> remarks(articles.get(0)))).containsExactly("r1", "r2", "r5");
	}

	@Test
	void theSameRelationWithAnotherQuerysetIsRefused() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.articles.prefetchRelated("remarks__article")
				.prefetchRelated(prefetch("remarks", this.remarks.orderBy("-id")))
				.list());
	}

	@Test
	void anUnknownRelationIsRefusedWithTheChoices() {
		assertThatExceptionOfType(RelationOperationException.class)
			.isThrownBy(() -> this.articles.prefetchRelated("comments").list())
			.withMessageContaining("remarks");
	}

	@Test
	void aPlainFieldIsRefusedAsAValue() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.articles.prefetchRelated("title").list())
			.withMessageContaining("'title' does not resolve to an item that supports prefetching");
	}

	@Test
	void anUnknownRelationIsRefusedBeforeAnyStatement() {
		try (QueryLog log = QueryLog.start()) {
			for (String path : List.of("nope", "remarks__nope", "author__articles__nope")) {
				for (Consumer<QuerySet<Article>> reading : List.<Consumer<QuerySet<Article>>>of(QuerySet::list,
						QuerySet::first, (articles) -> articles.get("id", 1),
						(articles) -> articles.stream(10).close())) {
					assertThatExceptionOfType(RelationOperationException.class)
						.isThrownBy(() -> reading.accept(this.articles.prefetchRelated(path)))
						.withMessageContaining("'nope'");
				}
			}
			assertThatExceptionOfType(RelationOperationException.class).isThrownBy(
					() -> this.articles.prefetchRelated(prefetch("remarks", this.remarks.all().prefetchRelated("nope")))
						.list());
			assertThatExceptionOfType(RelationOperationException.class)
				.isThrownBy(() -> this.articles.raw("SELECT * FROM news_article").prefetchRelated("nope").list());
			assertThat(log.statements()).isEmpty();
		}
	}

	@Test
	void aNameGivenByAPrefetchBeforeIsKnown() {
		List<Article> articles = Queries.expect(2,
				() -> this.articles
					.prefetchRelated(prefetch("remarks", this.remarks.orderBy("id")).to("kept"),
							Prefetch.of("kept__article"))
					.list());
		assertThat(articles).isNotEmpty();
	}

	@Test
	void whatIsThereAlreadyIsNotFetchedAgain() {
		List<Article> articles = Queries.expect(2,
				() -> this.articles.selectRelated("author").prefetchRelated("author__passport").list());
		assertThat(Queries.expect(0, () -> Related.one(articles.get(0).author.get(), AUTHOR.passport())).number)
			.isEqualTo("P1");
	}

	@Test
	void aQuerysetOfOnesOwnDoesNotReplaceWhatIsThereAlready() {
		List<Author> authors = Queries.expect(2,
				() -> this.authors
					.prefetchRelated(Prefetch.of("articles"),
							prefetch("articles__author__articles", this.articles.filter(ARTICLE.id.eq(-1L))))
					.list());
		assertThat(articles(authors.get(0))).hasSize(3);
	}

	@Test
	void aRelationThatWasThereBeforeMayBeNamedAgainWithAQueryset() {
		List<Article> articles = Queries.expect(2,
				() -> this.articles.selectRelated("author")
					.prefetchRelated(Prefetch.of("author__passport"), prefetch("author", this.authors.only("name")))
					.list());
		assertThat(articles).hasSize(4);
	}

	@Test
	void aForwardRelationUnderANameOfItsOwnLeavesTheRelationAlone() {
		List<Article> articles = Queries.expect(2,
				() -> this.articles
					.prefetchRelated(prefetch(ARTICLE.author(), this.authors.filter(AUTHOR.name.eq("Bob"))).to("bob"))
					.list());
		assertThat(Queries.expect(0, () -> articles.stream().map((article) -> article.get("bob")).toList()))
			.extracting((author) -> (author != null) ? ((Author) author).name : null)
			.containsExactly(null, null, "Bob", null);
		assertThat(articles.get(0).author.get().name).isEqualTo("Ada");
	}

	@Test
	void aRowThatTheQuerysetOfAForwardRelationLeavesOutIsMissing() {
		List<Article> articles = this.articles
			.prefetchRelated(prefetch(ARTICLE.author(), this.authors.filter(AUTHOR.name.eq("Bob"))))
			.list();
		Author missing = Queries.expect(0, () -> articles.get(0).author.orNull());
		assertThat(missing).isNull();
		assertThat(articles.get(0).author.id()).isEqualTo(1L);
		assertThat(articles.get(2).author.get().name).isEqualTo("Bob");
	}

	@Test
	void theOwnerIsKnownThroughAManagerThoughItsKeyIsDeferred() {
		Author ada = this.authors.get(AUTHOR.name.eq("Ada"));
		List<Article> articles = RelatedManager.of(ada, AUTHOR.articles()).only("title").list();
		assertThat(articles.get(0).deferredFields()).doesNotContain("author");
		assertThat(Queries.expect(0, () -> articles.get(0).author.get())).isSameAs(ada);
	}

	@Test
	void noRowsCostNoFurtherStatement() {
		Queries.expect(1, () -> this.articles.filter(ARTICLE.id.eq(-1L)).prefetchRelated("remarks").list());
		Queries.expect(0, () -> this.articles.none().prefetchRelated("remarks").list());
	}

	private static List<Article> articles(Author author) {
		return RelatedManager.of(author, AUTHOR.articles()).list();
	}

	private static List<String> topics(Article article) {
		return article.topics.all().list().stream().map(Topic::name).toList();
	}

	private static List<String> remarks(Model article) {
		return RelatedManager.<Remark>of(article, "remarks").list().stream().map(Remark::text).toList();
	}

}
