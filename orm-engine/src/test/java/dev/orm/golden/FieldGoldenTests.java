package dev.orm.golden;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Article;
import dev.orm.acceptance.shop.Event;
import dev.orm.acceptance.shop.ProductMeta;
import dev.orm.expression.Condition;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.type.CurrentZone;
import dev.orm.type.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.ArticlePath.ARTICLE;
import static dev.orm.acceptance.shop.EventPath.EVENT;
import static dev.orm.acceptance.shop.ProductMetaPath.PRODUCT_META;
import static dev.orm.expression.functions.DateFunctions.extract;
import static dev.orm.expression.functions.DateFunctions.truncMonth;
import static dev.orm.expression.functions.SearchFunctions.searchQuery;
import static dev.orm.expression.functions.SearchFunctions.searchRank;
import static dev.orm.expression.functions.SearchFunctions.searchVector;

/** Lookups and transforms of documents, arrays, ranges, dates and texts. */
class FieldGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Article> articles = orm.manager(Article.class);

	private final Manager<ProductMeta> metas = orm.manager(ProductMeta.class);

	private final Manager<Event> events = orm.manager(Event.class);

	@Test
	void keysOfADocument() {
		metas("fields/json-key", PRODUCT_META.metadata.key("color").eq("red"));
		metas("fields/json-nested", PRODUCT_META.metadata.key("size").key("0").gt(3));
		metas("fields/json-text", PRODUCT_META.metadata.key("color").text().icontains("r"));
		metas("fields/json-key-null", PRODUCT_META.metadata.key("color").isNull());
		metas("fields/json-key-not", PRODUCT_META.metadata.key("color").eq("red").not());
		metas("fields/json-key-in", PRODUCT_META.metadata.key("color").in("red", "blue"));
	}

	@Test
	void containmentOfDocuments() {
		metas("fields/json-contains", PRODUCT_META.metadata.contains(Map.of("color", "red")));
		metas("fields/json-has-key", PRODUCT_META.metadata.hasKey("color"));
		metas("fields/json-has-any-keys", PRODUCT_META.metadata.hasAnyKeys(List.of("color", "weight")));
		metas("fields/json-nested-has-key", PRODUCT_META.metadata.key("size").hasKey("width"));
	}

	@Test
	void aKeyIsSelectedAndOrderedBy() {
		Golden.check("fields/json-values",
				() -> this.metas.orderBy("metadata__color", "id")
					.values("metadata__color", "metadata__size__0")
					.list());
	}

	@Test
	void elementsOfAnArray() {
		articles("fields/array-contains", ARTICLE.keywords.contains(List.of("java")));
		articles("fields/array-contained-by", ARTICLE.keywords.containedBy(List.of("java", "sql")));
		articles("fields/array-overlap", ARTICLE.keywords.overlap(List.of("java", "sql")));
		articles("fields/array-length", ARTICLE.keywords.len().gte(2));
		articles("fields/array-equal", ARTICLE.scores.eq(List.of(1, 2)));
	}

	@Test
	void indexAndSliceOfAnArray() {
		Golden.check("fields/array-index", () -> this.articles.filter("keywords__0", "java").flat("title").list());
		Golden.check("fields/array-slice",
				() -> this.articles.filter("keywords__0_2", List.of("java", "sql")).flat("title").list());
	}

	@Test
	void relationsOfRanges() {
		articles("fields/range-contains-element", ARTICLE.pages.contains(5));
		articles("fields/range-contains", ARTICLE.pages.contains(Range.closedOpen(1, 3)));
		articles("fields/range-contained-by", ARTICLE.pages.containedBy(Range.closedOpen(1, 300)));
		articles("fields/range-overlap",
				ARTICLE.shown.overlap(Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 1))));
		articles("fields/range-before", ARTICLE.pages.fullyLt(Range.closedOpen(100, 200)));
		articles("fields/range-adjacent", ARTICLE.pages.adjacentTo(Range.closedOpen(10, 20)));
		articles("fields/range-start", ARTICLE.pages.lookup("startswith__gte", 3));
		articles("fields/range-empty", ARTICLE.pages.lookup("isempty", true));
	}

	@Test
	void aYearIsAnIntervalSoThatAnIndexIsUsed() {
		events("fields/date-year", EVENT.day.year().eq(2024));
		events("fields/datetime-year", EVENT.startsAt.year().lte(2024));
	}

	@Test
	void partsOfATimeAreTakenInTheCurrentZone() {
		events("fields/datetime-date", EVENT.startsAt.date().eq(LocalDate.of(2024, 1, 15)));
		Golden.check("fields/datetime-hour-in-zone",
				() -> CurrentZone.with(ZoneId.of("Europe/Paris"),
						() -> this.events.filter(EVENT.startsAt.hour().eq(9), EVENT.startsAt.year().gte(2024))
							.flat("title")
							.list()));
		events("fields/datetime-compared", EVENT.startsAt.gt(Instant.parse("2024-01-01T00:00:00Z")));
		events("fields/time-part", EVENT.at.hour().gte(8));
	}

	@Test
	void datesAreExtractedAndTruncated() {
		Golden.check("fields/date-functions",
				() -> this.events
					.annotate(truncMonth(EVENT.startsAt).as("month"),
							extract("week", EVENT.startsAt, ZoneId.of("Asia/Tokyo")).as("week"))
					.values("title", "month", "week")
					.list());
	}

	@Test
	void durationsAreAddedToTimes() {
		events("fields/duration", EVENT.startsAt.plus(EVENT.length).gt(EVENT.endsAt));
		events("fields/difference", EVENT.endsAt.minus(EVENT.startsAt).gt(Duration.ofHours(1)));
	}

	@Test
	void textsAreMatched() {
		events("fields/text-iexact", EVENT.title.iexact("Launch"));
		events("fields/text-contains", EVENT.title.contains("100%_\\"));
		events("fields/text-istartswith", EVENT.title.istartswith("l"));
		events("fields/text-regex", EVENT.title.regex("^L.*h$"));
		events("fields/text-iregex", EVENT.title.iregex("^l"));
		events("fields/text-of-column", EVENT.title.icontains(EVENT.code));
		events("fields/text-length", EVENT.title.length().gt(4));
		events("fields/text-empty-list", EVENT.title.in(List.of()));
		events("fields/text-range", EVENT.title.range("a", "m"));
	}

	@Test
	void documentsAreSearched() {
		articles("fields/search", ARTICLE.body.lookup("search", "database"));
		Golden.check("fields/search-rank",
				() -> this.articles
					.annotate(searchRank(searchVector(ARTICLE.title, ARTICLE.body).config("english"),
							searchQuery("data or sql").type("websearch").config("english"))
						.as("rank"))
					.orderBy("-rank", "id")
					.values("title", "rank")
					.list());
	}

	private void articles(String name, Condition<Article> condition) {
		Golden.check(name, () -> this.articles.filter(condition).flat("title").list());
	}

	private void metas(String name, Condition<ProductMeta> condition) {
		Golden.check(name, () -> this.metas.filter(condition).flat("product").list());
	}

	private void events(String name, Condition<Event> condition) {
		Golden.check(name, () -> this.events.filter(condition).flat("title").list());
	}

}
