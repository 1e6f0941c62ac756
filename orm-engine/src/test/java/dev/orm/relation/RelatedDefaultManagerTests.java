package dev.orm.relation;

import java.util.List;
import java.util.Map;

import dev.orm.AbstractManager;
import dev.orm.AbstractQuerySet;
import dev.orm.RelatedManager;
import dev.orm.annotation.DefaultManager;
import dev.orm.relation.News.Article;
import dev.orm.relation.News.Author;
import dev.orm.relation.News.Topic;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.orm.relation.ArticlePath.ARTICLE;
import static dev.orm.relation.AuthorPath.AUTHOR;
import static dev.orm.relation.TopicPath.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes of relations are about the rows that the default manager of their target shows,
 * but for what is added, which is found among all rows. Django's
 * {@code related_descriptors}.
 */
class RelatedDefaultManagerTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	private Author bob;

	private Article one;

	@BeforeEach
	void bindManagers() {
		this.news.orm.bind(new GoodArticles());
		this.news.orm.bind(new SeriousTopics());
		database.execute("UPDATE article SET editor = NULL",
				"UPDATE article SET editor = 'Bob' WHERE title IN ('One', 'Three', 'Four')",
				"DELETE FROM article_topics",
				"INSERT INTO article_topics (article_id, topic_id) VALUES (1, 1), (1, 3), (2, 2), (2, 3)");
		this.bob = this.news.authors.get(AUTHOR.name.eq("Bob"));
		this.one = this.news.articles.get(ARTICLE.id.eq(1L));
	}

	private RelatedManager<Article> edited() {
		return RelatedManager.of(this.bob, "editedArticles");
	}

	private RelatedManager<Topic> topics() {
		return RelatedManager.of(this.one, "topics");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void clearingLeavesHiddenRowsAlone(boolean bulk) {
		edited().clear(bulk);
		assertThat(titles()).containsExactly("Four");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void removingLeavesHiddenRowsAlone(boolean bulk) {
		edited().remove(this.news.articles.filter("title__in", List.of("One", "Four")).list(), bulk);
		assertThat(titles()).containsExactly("Four", "Three");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void settingReplacesTheRowsThatAreShown(boolean clear) {
		edited().set(List.of(this.news.articles.get("title", "Two")), true, clear, Map.of());
		assertThat(titles()).containsExactly("Four", "Two");
		edited().set(List.of(), false, clear, Map.of());
		assertThat(titles()).containsExactly("Four");
	}

	@Test
	void hiddenRowsCanBeAdded() {
		database.execute("UPDATE article SET editor = NULL");
		Article hidden = this.news.articles.get("title", "Four");
		edited().add(hidden);
		assertThat(titles()).containsExactly("Four");
		assertThat(edited().count()).isZero();
		edited().set(List.of(hidden));
		assertThat(titles()).containsExactly("Four");
	}

	@Test
	void clearingJoinRowsLeavesThoseOfHiddenTargets() {
		topics().clear();
		assertThat(joined()).containsExactly("One web", "Two java", "Two web");
	}

	@Test
	void removingJoinRowsLeavesThoseOfHiddenTargets() {
		topics().removeKeys(this.news.topics.get(TOPIC.name.eq("web")), 1L);
		assertThat(joined()).containsExactly("One web", "Two java", "Two web");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void settingJoinRowsReplacesThoseOfShownTargets(boolean clear) {
		topics().set(List.of(2L), true, clear, Map.of());
		assertThat(joined()).containsExactly("One java", "One web", "Two java", "Two web");
		topics().set(List.of(3L), true, clear, Map.of());
		assertThat(joined()).containsExactly("One web", "Two java", "Two web");
	}

	private List<Object> titles() {
		return this.news.articles.filter("editor", "Bob").orderBy("title").flat("title").list();
	}

	private List<String> joined() {
		return this.news.articles.all()
			.filter("topics__isnull", false)
			.orderBy("title", "topics__name")
			.valuesList("title", "topics__name")
			.list()
			.stream()
			.map((row) -> row.get(0) + " " + row.get(1))
			.toList();
	}

	static class ArticleQuerySet extends AbstractQuerySet<Article, ArticleQuerySet> {

	}

	static class TopicQuerySet extends AbstractQuerySet<Topic, TopicQuerySet> {

	}

	@DefaultManager
	static class GoodArticles extends AbstractManager<Article, ArticleQuerySet> {

		@Override
		protected ArticleQuerySet getQuerySet() {
			return super.getQuerySet().filter(ARTICLE.votes.gte(3));
		}

	}

	@DefaultManager
	static class SeriousTopics extends AbstractManager<Topic, TopicQuerySet> {

		@Override
		protected TopicQuerySet getQuerySet() {
			return super.getQuerySet().exclude(TOPIC.name.eq("web"));
		}

	}

}
