package dev.orm.relation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RowIndexException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.expression.Annotation;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.load.Explain;
import dev.orm.load.PlanNode;
import dev.orm.relation.News.Article;
import dev.orm.relation.News.Author;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import dev.orm.type.Range;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.Expressions.raw;
import static dev.orm.expression.Expressions.subquery;
import static dev.orm.expression.Expressions.value;
import static dev.orm.relation.ArticlePath.ARTICLE;
import static dev.orm.relation.AuthorPath.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class QuerySetTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	private final Manager<Article> articles = this.news.articles;

	private final Manager<Author> authors = this.news.authors;

	@Test
	void pathsAndStringsSayTheSame() {
		// tag::filter[]
		List<Article> typed = this.articles.filter(ARTICLE.author().name.eq("Ada"), ARTICLE.votes.gte(3))
			.exclude(ARTICLE.title.icontains("tw"))
			.orderBy(ARTICLE.votes.desc())
			.list();
		List<Article> dynamic = this.articles.filter(Map.of("author__name", "Ada", "votes__gte", 3))
			.exclude("title__icontains", "tw")
			.orderBy("-votes")
			.list();
		// end::filter[]
		assertThat(typed).extracting(Article::title).containsExactly("One");
		assertThat(dynamic).isEqualTo(typed);
	}

	@Test
	void aQuerysetIsARecipeThatSendsNothing() {
		Queries.expect(0, () -> this.articles.filter("votes__gt", 1).orderBy("-votes").slice(0, 2));
	}

	@Test
	void conditionsCombine() {
		// tag::q[]
		List<Article> articles = this.articles
			.filter(Q.of("votes__gt", 6).or(Q.of("author__name", "Ada")), ARTICLE.editor.isNotNull())
			.list();
		// end::q[]
		assertThat(articles).extracting(Article::title).containsExactly("One", "Three", "Four");
	}

	@Test
	void getWantsExactlyOneRow() {
		assertThat(this.articles.get(ARTICLE.title.eq("Two")).votes).isEqualTo(3);
		assertThatExceptionOfType(DoesNotExistException.class)
			.isThrownBy(() -> this.articles.get(ARTICLE.title.eq("Nine")))
			.withMessageContaining("Article matching query does not exist");
		assertThatExceptionOfType(MultipleObjectsReturnedException.class)
			.isThrownBy(() -> this.articles.get(ARTICLE.votes.gt(1)))
			.withMessageContaining("returned 3");
	}

	@Test
	void placesAndEnds() {
		// tag::ends[]
		Optional<Article> best = this.articles.orderBy("-votes").first();
		Article newest = this.articles.latest("id");
		List<Article> second = this.articles.orderBy("id").slice(2, 4).list();
		// end::ends[]
		assertThat(best).contains(this.articles.get(ARTICLE.title.eq("Three")));
		assertThat(second).endsWith(newest);
		assertThat(this.articles.orderBy("votes").first()).map(Article::title).contains("Four");
		assertThat(this.articles.orderBy("votes").last()).map(Article::title).contains("Three");
		assertThat(this.articles.latest("votes").title).isEqualTo("Three");
		assertThat(this.articles.orderBy("-id").at(1).title).isEqualTo("Three");
		assertThatExceptionOfType(RowIndexException.class).isThrownBy(() -> this.articles.at(9));
	}

	@Test
	void slicesOfSlicesAreTakenFromTheSlice() {
		assertThat(this.articles.orderBy("id").slice(1, 4).slice(1, 10).list()).extracting(Article::title)
			.containsExactly("Three", "Four");
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.articles.limit(2).filter("id", 1).list());
	}

	@Test
	void anEmptyInAsksNobody() {
		assertThat(Queries.expect(0, () -> this.articles.filter(ARTICLE.id.in(List.of())).list())).isEmpty();
		assertThat(Queries.expect(0, () -> this.articles.none().count())).isZero();
	}

	@Test
	void annotationsAreTyped() {
		// tag::annotate[]
		Annotation<Author, Long> written = count(AUTHOR.articles()).as("written");
		List<Author> authors = this.authors.annotate(written).filter(written.gt(0)).orderBy(written.desc()).list();
		long most = authors.get(0).get(written);
		// end::annotate[]
		assertThat(most).isEqualTo(3);
		assertThat(authors).extracting((author) -> author.name).containsExactly("Ada", "Bob");
	}

	@Test
	void typedColumnsBecomeRecords() {
		// tag::values[]
		record Standing(String author, Long articles, Integer votes) {
		}
		List<Standing> standings = this.articles.values(ARTICLE.author().name, count(), sum(ARTICLE.votes))
			.orderBy("author__name")
			.as(Standing::new);
		// end::values[]
		assertThat(standings).containsExactly(new Standing("Ada", 3L, 9), new Standing("Bob", 1L, 8));
	}

	@Test
	void namedColumnsBecomeNestedRecords() {
		// tag::nested[]
		record Writer(String name) {
		}
		record Headline(String title, Writer author) {
		}
		List<Headline> headlines = this.articles.filter("votes__gt", 4)
			.values("title", "author__name")
			.as(Headline.class);
		// end::nested[]
		assertThat(headlines).containsExactly(new Headline("One", new Writer("Ada")),
				new Headline("Three", new Writer("Bob")));
	}

	@Test
	void oneColumnIsAListOfValues() {
		assertThat(this.articles.flat(ARTICLE.title).list()).containsExactly("One", "Two", "Three", "Four");
		assertThat(this.articles.filter("votes__gt", 4).flat("title").list()).containsExactly("One", "Three");
		assertThat(this.articles.filter("votes__gt", 99).flat("title").list()).isEmpty();
		assertThat(this.articles.flat("editor").list()).containsExactly("Bob", null, "Bob", "Cy");
		assertThat(this.articles.flat(ARTICLE.editor).list()).containsExactly("Bob", null, "Bob", "Cy");
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> this.articles.flat("id", "title"));
	}

	@Test
	void rowsByKey() {
		// tag::in-bulk[]
		Map<Object, Article> articles = this.articles.all().inBulk(List.of(1L, 3L, 99L));
		// end::in-bulk[]
		assertThat(articles).containsOnlyKeys(1L, 3L);
		assertThat(this.authors.all().inBulk(List.of("Ada"), "name").get("Ada").id).isEqualTo(1L);
		assertThat(Queries.expect(0, () -> this.articles.all().inBulk(List.of()))).isEmpty();
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.articles.all().inBulk(List.of("One"), "title"));
	}

	@Test
	void valuesByKey() {
		assertThat(this.articles.values("title").inBulk(List.of(1, 2)).get(2L).asMap())
			.isEqualTo(Map.of("title", "Two"));
		assertThat(this.articles.values("id", "title").inBulk(List.of(1)).get(1L).asMap())
			.isEqualTo(Map.of("id", 1L, "title", "One"));
		assertThat(this.articles.flat("title").inBulk(List.of(1, 2))).containsEntry(1L, "One");
	}

	@Test
	void combinedQuerysetsOnlyOrderAndSlice() {
		var popular = this.articles.filter("votes__gt", 4);
		var ada = this.articles.filter("author__name", "Ada");
		assertThat(popular.union(ada).orderBy("-votes").limit(2).list()).extracting(Article::title)
			.containsExactly("Three", "One");
		assertThat(popular.intersection(ada).count()).isEqualTo(1);
		assertThatExceptionOfType(UnsupportedQueryException.class)
			.isThrownBy(() -> popular.union(ada).filter("id", 1).list());
	}

	@Test
	void thePlanIsAskedForWithoutRunningTheQuery() {
		// tag::explain[]
		String text = this.articles.filter(ARTICLE.id.eq(1L)).explain();
		PlanNode plan = this.articles.filter(ARTICLE.votes.gt(3)).plan(Explain.text().analyze());
		// end::explain[]
		assertThat(text).contains("cost=").contains("article");
		assertThat(plan.steps()).anyMatch((step) -> "article".equals(step.table()));
		assertThat(plan.scansWholeTable()).isTrue();
		assertThat(plan.actualRows()).isEqualTo(2);
		assertThat(Queries.expect(0, () -> this.articles.none().plan())).isEqualTo(PlanNode.NOTHING);
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> Explain.text().with("NOISE", true));
	}

	@Test
	void aPlanTellsOfPagesAndOfWhatRowsCostToSend() {
		assertThat(this.articles.all().explain(Explain.text().analyze().buffers())).contains("Buffers: shared hit=");
		String sent = this.articles.all().explain(Explain.text().serialize("binary"));
		assertThat(sent).contains("Serialization: ").contains("format=binary").contains("actual time=");
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> Explain.text().serialize("xml"))
			.withMessage("SERIALIZE of explain() has no form XML. Choices: NONE, TEXT, BINARY");
	}

	@Test
	void theTextShowsTheValuesBeside() {
		assertThat(this.articles.filter("title", "x").toSql()).contains("= ?").endsWith("-- [x]");
	}

	@Test
	void aSubqueryOfTheFirstOfEachKeepsItsOrdering() {
		for (String order : List.of("votes", "-votes")) {
			var first = this.articles.filter("author", outer("id"))
				.orderBy("author__id", order)
				.distinct("author__id")
				.values("title");
			assertThat(this.authors.annotate("first", subquery(first)).orderBy("id").flat("first").list())
				.containsExactly(order.equals("votes") ? "Four" : "One", "Three", null);
		}
	}

	@Test
	void aValueKeepsItsClassWhateverWasAskedBefore() {
		for (Object number : List.of(1, 1L, 1)) {
			assertThat(this.articles.annotate("x", value(number)).flat("x").list()).containsOnly(number);
		}
		assertThat(this.articles.annotate("x", F.of("votes").plus(1)).flat("x").list()).contains(6);
		assertThat(this.articles.annotate("x", F.of("votes").plus(1L)).flat("x").list()).contains(6L);
		for (Object range : List.of(Range.closedOpen(1, 5), Range.closedOpen(1L, 5L),
				Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1)))) {
			assertThat(this.articles.annotate("x", value(range)).flat("x").list()).containsOnly(range);
		}
	}

	@Test
	void anInstanceIsNoValueOfAPlainColumn() {
		Author ada = this.authors.get("id", 1);
		for (String column : List.of("title", "id", "author__name", "remarks__text__contains")) {
			assertThatExceptionOfType(QueryValueException.class).as(column)
				.isThrownBy(() -> Queries.expect(0, () -> this.articles.filter(column, ada).list()))
				.withMessageContaining("Cannot query 'Author(1)'");
		}
		assertThat(this.articles.filter("author__id", ada).count()).isEqualTo(3);
		assertThat(this.articles.filter("author__pk__in", List.of(ada)).count()).isEqualTo(3);
	}

	@Test
	void distinctRowsAreOrderedByWhatIsComputed() {
		assertThat(this.articles.distinct().orderBy(F.of("votes").times(-1).asc()).list()).extracting(Article::title)
			.containsExactly("Three", "One", "Two", "Four");
		assertThat(this.articles.distinct().orderBy("?").list()).hasSize(4);
		var last = this.news.remarks.orderBy("-id").distinct().values("article").slice(0, 2);
		assertThat(this.articles.filter("pk__in", last).list()).extracting(Article::title)
			.containsExactly("One", "Three");
	}

	@Test
	void aQuestionMarkInSqlByHandIsAnOperator() {
		String sql = "'{\"a\": \"why?\"}'::jsonb ? %s AND '{\"a\": 1}'::jsonb ?? 'a'";
		assertThat(this.articles.annotate("x", raw(ValueTypes.BOOLEAN, sql, "a")).flat("x").list()).containsOnly(true);
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.articles.annotate("x", raw("LOWER(?)", "A")).list())
			.withMessageContaining("0 placeholders but 1 parameters");
	}

	@Test
	void whatLooksLikeAPlaceholderInQuotesOrCommentsIsText() {
		String sql = "'%s' || %s || $$%s?$$ /* %s */";
		assertThat(this.articles.annotate("x", raw(ValueTypes.TEXT, sql, "a")).flat("x").list()).containsOnly("%sa%s?");
	}

	@Test
	void parametersOfSqlByHandHaveAPlaceNotAName() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.articles.annotate("x", raw("LOWER(%(text)s)", "A")).list())
			.withMessageContaining("write %s for each");
	}

	@Test
	void aRefusedValueNamesThePathItWasGivenFor() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.articles.filter("author__id__gt", null).list())
			.withMessageContaining("Cannot use null")
			.withMessageContaining("(in 'author__id__gt' of Article)");
	}

}
