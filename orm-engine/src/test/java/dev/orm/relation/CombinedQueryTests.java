package dev.orm.relation;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.QuerySet;
import dev.orm.Row;
import dev.orm.error.CombinedOrderingException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.expression.Condition;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.relation.News.Article;
import dev.orm.relation.News.Remark;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.max;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.Functions.coalesce;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rowNumber;
import static dev.orm.relation.ArticlePath.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Set operations, empty and grouped querysets, and what may follow them. */
class CombinedQueryTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	private final Manager<Article> articles = this.news.articles;

	private final Manager<Remark> remarks = this.news.remarks;

	@Test
	void membersWithoutAChoiceSelectWhatTheFirstOneDoes() {
		List<Row> rows = this.articles.filter("id", 1)
			.values("title")
			.union(this.articles.filter("id", 2))
			.orderBy("title")
			.list();
		assertThat(rows).extracting((row) -> row.get("title")).containsExactly("One", "Two");
	}

	@Test
	void relationsCannotBePrefetchedForACombination() {
		assertThatExceptionOfType(UnsupportedQueryException.class)
			.isThrownBy(() -> this.articles.union(this.articles.all()).prefetchRelated("remarks"))
			.withMessageContaining("prefetchRelated() after a UNION");
	}

	@Test
	void nothingCombinedWithAQuerysetIsThatQueryset() {
		assertThat(this.articles.none().union(this.articles.all()).filter("id__lt", 3).list()).hasSize(2);
		assertThat(this.articles.intersection(this.articles.none()).filter("id", 1).list()).isEmpty();
		assertThat(this.articles.none().difference(this.articles.all()).only("title").list()).isEmpty();
	}

	@Test
	void anAggregateThatHasToBeAskedForSeesNoRowsOfNone() {
		Object answer = this.articles.none()
			.aggregate(Map.of("mean", sum(ARTICLE.votes).dividedBy(count())))
			.get("mean");
		assertThat(answer).isNull();
	}

	@Test
	void theModelsOrderingIsNotThatOfGroups() {
		assertThat(this.remarks.values("article").annotate(count().as("n")).orderBy("-article").first())
			.hasValueSatisfying((row) -> assertThat(row.get("article")).isEqualTo(3L));
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.articles.values("votes").annotate(count().as("n")).first())
			.withMessageContaining("unordered queryset performing aggregation");
		assertThat(this.articles.values("id").annotate(count("remarks").as("n")).last())
			.hasValueSatisfying((row) -> assertThat(row.get("id")).isEqualTo(4L));
	}

	@Test
	void rowsThatAreGroupsOfTheirOwnAreOrderedByTheirKey() {
		assertThat(this.articles.values().annotate(count("remarks").as("n")).last())
			.hasValueSatisfying((row) -> assertThat(row.get("id")).isEqualTo(4L));
	}

	/** In Django 6.1, union() takes the order of its members away, not the model's. */
	@Test
	void theFirstRowOfACombinationIsThatOfTheWhole() {
		QuerySet<Article> both = this.articles.orderBy("title").union(this.articles.all());
		assertThat(both.first()).map(Article::title).hasValue("One");
		assertThat(both.last()).map(Article::title).hasValue("Four");
		var passports = this.news.passports.orderBy("-number");
		QueryLog log = QueryLog.capture(() -> assertThat(passports.union(passports).first()).isPresent());
		assertThat(log.statements()).singleElement().asString().endsWith("ORDER BY 1 ASC LIMIT 1");
	}

	@Test
	void valuesWithoutTheOrderOfTheModelComeInAnyOrderOnlyIfAskedFor() {
		var texts = this.articles.values("title").union(this.articles.values("body"));
		assertThatExceptionOfType(CombinedOrderingException.class).isThrownBy(texts::list)
			.withMessageContaining("ORDER BY term does not match any column");
		assertThat(texts.orderBy().list()).hasSize(8);
	}

	@Test
	void combinedGroupsAreOrderedByTheCallerOnly() {
		var groups = this.articles.values("votes").annotate(count().as("n"));
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> groups.union(groups).first())
			.withMessageContaining("unordered queryset performing aggregation");
		assertThat(groups.union(groups).orderBy("-votes").first())
			.hasValueSatisfying((row) -> assertThat(row.get("votes")).isEqualTo(8));
	}

	@Test
	void aSliceOfEverythingIsNone() {
		assertThat(this.articles.slice(0).filter("id", 1).list()).hasSize(1);
	}

	@Test
	void whetherRowsExistNeedsNoOrderingEvenAfterASlice() {
		assertThat(Queries.<Boolean>expect(1,
				() -> this.articles.orderBy("title").distinct("author").slice(0, 2).exists()))
			.isTrue();
	}

	@Test
	void operatorsDoNotTakeCombinations() {
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.articles.union(this.articles.all()).or(this.articles.all()).list())
			.withMessageContaining("combined query (UNION)");
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.articles.and(this.articles.union(this.articles.all())).list());
	}

	@Test
	void aWindowSeesTheRowsThatNeitherOfTwoConditionsLeaves() {
		List<Article> articles = this.articles.annotate(over(rowNumber()).orderBy(ARTICLE.id.asc()).as("place"))
			.filter(Q.of("place", 1).or(Q.of("title", "One")).not())
			.list();
		assertThat(articles).extracting(Article::title).containsExactly("Three", "Four");
	}

	@Test
	void aCombinationIsAggregatedOverWhatItsMembersSelect() {
		QuerySet<Article> ada = this.articles.filter("author", 1).annotate("points", F.of("votes").plus(10));
		QuerySet<Article> bob = this.articles.filter("author", 2).annotate("points", F.of("votes").plus(100));
		QuerySet<Article> nobody = this.articles.filter("id__in", List.of()).annotate("points", F.of("votes"));
		QuerySet<Article> both = ada.union(bob);
		assertThat(both.aggregate(sum("points").as("sum")).get("sum")).hasToString("147");
		assertThat(both.aggregate(sum("points").filter(Q.of("points__gt", 12)).as("sum")).get("sum"))
			.hasToString("136");
		assertThat(both.aggregate(max("votes").as("most"), count("id").as("n")).values()).hasToString("[8, 4]");
		assertThat(both.orderBy("-points").limit(2).aggregate(sum("points").as("sum")).get("sum")).hasToString("123");
		assertThat(nobody.union(both).aggregate(sum("points").as("sum")).get("sum")).hasToString("147");
		assertThat(both.intersection(bob).aggregate(sum("points").as("sum")).get("sum")).hasToString("108");
		assertThat(nobody.union(nobody).aggregate(sum("points").dividedBy(count()).as("mean")).get("mean")).isNull();
		assertThat(this.articles.values("author__name")
			.union(this.articles.values("title"))
			.aggregate(max("author__name").as("last"))
			.get("last")).isEqualTo("Two");
		assertThatExceptionOfType(UnsupportedQueryException.class)
			.isThrownBy(() -> this.articles.values("title")
				.union(this.articles.values("title"))
				.aggregate(sum("votes").as("sum")))
			.withMessageContaining("'votes' is not: annotate() it in each");
	}

	@Test
	void whetherAUnionHasRowsDoesNotDependOnWhatItsMembersSelect() {
		var one = this.articles.filter("id", 1).values("id", "title");
		var none = this.articles.filter("id", -1).values("id", "title");
		var remark = this.remarks.filter("id", 1).values("text");
		var noRemark = this.remarks.filter("id", -1).values("text");
		assertThat(one.union(noRemark).exists()).isTrue();
		assertThat(none.union(remark).exists()).isTrue();
		assertThat(none.union(noRemark).exists()).isFalse();
		assertThat(none.unionAll(none.union(remark)).exists()).isTrue();
		assertThat(none.union(this.remarks.orderBy("-id").values("text").slice(4, 9)).exists()).isTrue();
		assertThat(none.union(this.remarks.orderBy("-id").values("text").slice(5, 9)).exists()).isFalse();
		assertThat(this.news.authors.filter(exists(none.union(remark))).count()).isEqualTo(3);
	}

	@Test
	void rowsOfAUnionThatAreSkippedAreCounted() {
		var titles = this.articles.values("title").union(this.articles.values("title"));
		assertThat(titles.slice(3, 5).exists()).isTrue();
		assertThat(titles.slice(4, 6).exists()).isFalse();
		assertThat(this.articles.values("id").intersection(this.articles.values("votes")).exists()).isTrue();
	}

	@Test
	void aCombinationIsTurnedAroundWithItsNulls() {
		var both = this.articles.filter("id__lte", 2)
			.values("title", "editor")
			.union(this.articles.filter("id__gt", 2).values("title", "editor"))
			.orderBy(F.of("editor").asc().nullsLast(), F.of("title").asc());
		assertThat(both.list()).extracting((row) -> row.get("title")).containsExactly("One", "Three", "Four", "Two");
		assertThat(both.reverse().list()).extracting((row) -> row.get("title"))
			.containsExactly("Two", "Four", "Three", "One");
	}

	@Test
	void aCombinationIsOrderedByWhatItsMembersLeaveOut() {
		QuerySet<Article> titles = this.articles.filter("id__lte", 2)
			.only("title")
			.union(this.articles.filter("id__gt", 2).only("title"));
		assertThat(titles.orderBy("-votes").list()).extracting((article) -> article.title)
			.containsExactly("Three", "One", "Two", "Four");
	}

	@Test
	void aCombinationOfCombinationsIsOrderedToo() {
		QuerySet<Article> one = this.articles.filter("id", 1);
		QuerySet<Article> two = this.articles.filter("id", 2);
		QuerySet<Article> three = this.articles.filter("id", 3);
		assertThat(one.values("title").union(two.values("title")).union(three.values("title")).orderBy("-title").list())
			.extracting((row) -> row.get("title"))
			.containsExactly("Two", "Three", "One");
		for (var titles : List.of(one.union(two).union(three).values("title"),
				one.values("title").union(two.values("title")).union(three),
				one.values("title").union(two.union(three)))) {
			assertThat(titles.orderBy("title").list()).extracting((row) -> row.get("title"))
				.containsExactly("One", "Three", "Two");
		}
		assertThat(one.union(two).union(three).orderBy("-author__name", "-id").list()).extracting(Article::title)
			.containsExactly("Three", "Two", "One");
		assertThat(three.union(one.union(two)).orderBy("votes").list()).extracting(Article::title)
			.containsExactly("Two", "One", "Three");
	}

	@Test
	void whatIsSelectedBesideAnAggregateSplitsTheGroupsThatAreCounted() {
		QuerySet<Article> split = this.articles.annotate("remark", F.of("remarks__text"))
			.annotate("topicCount", count("topics"));
		assertThat(split.list()).hasSize(6);
		assertThat(split.count()).isEqualTo(6);
		assertThat(split.aggregate(count("topicCount").as("n")).get("n")).isEqualTo(6L);
		var votes = this.articles.values("author").annotate("topicCount", count("topics")).annotate("v", F.of("votes"));
		assertThat(votes.list()).hasSize(4);
		assertThat(votes.count()).isEqualTo(4);
	}

	@Test
	void anAggregateMayHaveTheNameOfTheAnnotationItIsAbout() {
		QuerySet<Article> points = this.articles.annotate("points", F.of("votes").plus(10));
		assertThat(points.aggregate(sum("points").as("points")).get("points")).hasToString("57");
		assertThat(points.slice(0, 2).aggregate(sum("points").as("points")).get("points")).hasToString("28");
		assertThat(this.articles.annotate(count("remarks").as("n")).aggregate(max("n").as("n")).get("n")).isEqualTo(3L);
	}

	@Test
	void aCountOfNoneIsZeroWhateverItsDefault() {
		QuerySet<Article> none = this.articles.none();
		assertThat(none.aggregate(coalesce(count("id"), 5L).as("n")).get("n")).isEqualTo(0L);
		assertThat(none.aggregate(coalesce(sum("votes"), 5L).as("n")).get("n")).isEqualTo(5L);
		assertThat(none.aggregate(coalesce(count("id").plus(1), 7L).as("n")).get("n")).isEqualTo(1L);
	}

	@Test
	void aSubqueryMayStandBesideAWindow() {
		QuerySet<Article> placed = this.articles
			.annotate(over(rowNumber()).partitionBy(ARTICLE.author).orderBy(ARTICLE.id.asc()).as("place"));
		Condition<Model> remarked = exists(this.remarks.filter("article", outer("id")).filter("text", "r3"));
		assertThat(placed.filter(Q.of("place", 1).or(remarked)).orderBy("id").list()).extracting(Article::title)
			.containsExactly("One", "Two", "Three");
	}

}
