package dev.orm.relation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.observe.QueryLog;
import dev.orm.relation.News.Article;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.relation.ArticlePath.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RawQueryTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	private final Manager<Article> articles = this.news.articles;

	@Test
	void columnsBecomeFieldsAndOthersAnnotations() {
		// tag::raw[]
		List<Article> articles = this.articles
			.raw("SELECT a.*, votes * 1.5 AS weighted FROM article a WHERE votes > %s ORDER BY id", 2)
			.list();
		// end::raw[]
		assertThat(articles).extracting(Article::title).containsExactly("One", "Two", "Three");
		assertThat((BigDecimal) articles.get(0).get("weighted")).isEqualByComparingTo("7.5");
		assertThat(articles.get(0).isSaved()).isTrue();
	}

	@Test
	void columnsMayComeInAnyOrder() {
		Article article = this.articles
			.raw("SELECT votes, editor, author_id, body, title, id FROM article WHERE id = ?", 1)
			.list()
			.get(0);
		assertThat(article.title).isEqualTo("One");
		assertThat(article.author.id()).isEqualTo(1L);
		assertThat(article.editor.id()).isEqualTo("Bob");
		assertThat(article.deferredFields()).isEmpty();
	}

	@Test
	void ofColumnsOfOneNameTheFirstCounts() {
		List<Article> articles = this.articles
			.raw("SELECT a.*, r.* FROM article a JOIN remark r ON r.article_id = a.id ORDER BY r.id")
			.list();
		assertThat(articles).extracting(Article::pk).containsExactly(1L, 1L, 2L, 3L, 1L);
	}

	@Test
	void missingColumnsAreDeferred() {
		List<Article> articles = this.articles.raw("SELECT id, title FROM article ORDER BY id").list();
		assertThat(articles.get(0).deferredFields()).containsExactly("body", "votes", "author", "editor");
		Queries.expect(1, () -> articles.stream().map(Article::body).toList());
	}

	@Test
	void relationsOfTheRowsArePrefetched() {
		List<Article> articles = Queries.expect(2,
				() -> this.articles.raw("SELECT * FROM article ORDER BY id").prefetchRelated("topics").list());
		assertThat(Queries.expect(0, () -> articles.get(0).topics.all().list())).hasSize(2);
	}

	@Test
	void howAStatementIsReadIsSaidAsOfAQuery() {
		QueryLog log = QueryLog.capture(() -> this.articles.raw("SELECT * FROM article")
			.prefetchRelated(ARTICLE.topics(), ARTICLE.author())
			.noPrefetchRelated()
			.named("articles.written")
			.fromPrimary()
			.forEach((article) -> assertThat(article.isSaved()).isTrue()));
		assertThat(log.events()).singleElement()
			.satisfies((event) -> assertThat(event.purpose().name()).isEqualTo("articles.written"));
	}

	@Test
	void peersOfARawQueryShareTheirFetches() {
		List<Article> articles = this.articles.raw("SELECT * FROM article").list();
		Queries.expect(1, () -> articles.stream().map((article) -> article.author.get().name).toList());
	}

	@Test
	void placeholdersMayHaveNames() {
		List<Article> articles = this.articles
			.raw("SELECT * FROM article WHERE votes >= %(least)s AND title <> %(not)s",
					Map.of("least", 5, "not", "One"))
			.list();
		assertThat(articles).extracting(Article::title).containsExactly("Three");
	}

	@Test
	void namesMayStandBehindAColon() {
		// tag::named[]
		List<Article> articles = this.articles
			.raw("SELECT * FROM article WHERE votes >= :least AND title <> :not", Map.of("least", 5, "not", "One"))
			.list();
		// end::named[]
		assertThat(articles).extracting(Article::title).containsExactly("Three");
		assertThat(this.articles.raw("SELECT * FROM article WHERE id = ANY(:ids)", Map.of("ids", List.of())).list())
			.isEmpty();
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.articles.raw("SELECT * FROM article WHERE id = :id", Map.of("key", 2)))
			.withMessageContaining("There is no value for 'id'");
	}

	@Test
	void otherColumnNamesAreTranslated() {
		List<Article> articles = this.articles
			.raw("SELECT a.id, a.title AS headline, body, votes, author_id, editor FROM article a ORDER BY id")
			.translate(Map.of("headline", "title"))
			.list();
		assertThat(articles.get(0).title).isEqualTo("One");
	}

	@Test
	void textInQuotesIsNoPlaceholder() {
		List<Article> articles = this.articles
			.raw("SELECT *, '%s ?' AS mark, 7 %% 4 AS rest FROM article -- what? %s\n WHERE title = %s", "Two")
			.list();
		assertThat(articles.get(0).get("mark")).isEqualTo("%s ?");
		assertThat(articles.get(0).get("rest")).isEqualTo(3);
	}

	@Test
	void hostileValuesAreOnlyValues() {
		String hostile = "x' OR '1'='1";
		assertThat(this.articles.raw("SELECT * FROM article WHERE title = %s", hostile).list()).isEmpty();
	}

	@Test
	void listsBindAsArrays() {
		List<Article> articles = this.articles.raw("SELECT * FROM article WHERE id = ANY(?)", List.of(1L, 3L)).list();
		assertThat(articles).hasSize(2);
	}

	@Test
	void valuesMustMatchThePlaceholders() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.articles.raw("SELECT * FROM article WHERE id = %s", 1, 2));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.articles.raw("SELECT * FROM article WHERE id = %(id)s", Map.of("key", 2)))
			.withMessageContaining("key");
	}

	@Test
	void theKeyMustBeAmongTheColumns() {
		assertThatExceptionOfType(FieldDoesNotExistException.class)
			.isThrownBy(() -> this.articles.raw("SELECT title FROM article").list())
			.withMessageContaining("primary key");
	}

}
