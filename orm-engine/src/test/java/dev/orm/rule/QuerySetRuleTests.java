package dev.orm.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Prefetch;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.Event;
import dev.orm.acceptance.shop.Order;
import dev.orm.acceptance.shop.Page;
import dev.orm.acceptance.shop.Post;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Tag;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.OrmException;
import dev.orm.error.QueryValueException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.expression.Aggregates;
import dev.orm.expression.Expressions;
import dev.orm.expression.F;
import dev.orm.observe.QueryLog;
import dev.orm.test.Queries;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.BadSqlGrammarException;

import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a queryset allows after what, and what its ends answer. */
class QuerySetRuleTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Product> products = orm.manager(Product.class);

	private static final Manager<Employee> employees = orm.manager(Employee.class);

	private static final Manager<Event> events = orm.manager(Event.class);

	@Test
	void aSliceIsNotChanged() {
		var slice = products.orderBy("id").limit(3);
		Map<String, Consumer<QuerySet<Product>>> steps = Map.of("filter", (query) -> query.filter("id", 1).list(),
				"exclude", (query) -> query.exclude("id", 1).list(), "orderBy", (query) -> query.orderBy("name").list(),
				"distinct", (query) -> query.distinct().list(), "distinctOn", (query) -> query.distinct("name").list(),
				"reverse", (query) -> query.reverse().list(), "last", QuerySet::last, "update",
				(query) -> query.update("name", "x"), "delete", QuerySet::delete, "latest",
				(query) -> query.latest("id"));
		Set<String> refused = new HashSet<>();
		steps.forEach((name, step) -> {
			try (QueryLog log = QueryLog.start()) {
				assertThatExceptionOfType(OrmException.class).as(name).isThrownBy(() -> step.accept(slice));
				assertThat(log.count()).as(name).isZero();
				refused.add(name);
			}
		});
		assertThat(refused).hasSize(steps.size());
		assertThatExceptionOfType(OrmException.class).as("whatever it is to be ordered by")
			.isThrownBy(slice::latest)
			.withMessageContaining("slice");
		assertThat(slice.slice(1, 2).list()).isEqualTo(products.orderBy("id").slice(1, 2).list());
	}

	@Test
	void theOnlyRowIsReadUnorderedAndNoMoreThanNeededToTell() {
		Product first = products.earliest("id");
		QueryLog log = QueryLog.capture(() -> products.filter("name", first.getName()).get());
		assertThat(log.statements().get(0)).doesNotContain("ORDER BY").endsWith("LIMIT 21");
		assertThatExceptionOfType(MultipleObjectsReturnedException.class).isThrownBy(() -> products.get("id__gt", 0))
			.withMessageContaining("get() returned more than one");
		assertThatExceptionOfType(MultipleObjectsReturnedException.class)
			.isThrownBy(() -> products.get("id__in", List.of(1, 2)))
			.withMessageContaining("it returned 2");
	}

	@Test
	void groupsWithoutAnOrderHaveNeitherFirstNorLast() {
		var groups = events.values("title").annotate("n", Aggregates.count("id"));
		assertThatExceptionOfType(OrmException.class).isThrownBy(groups::first).withMessageContaining("unordered");
		assertThatExceptionOfType(OrmException.class).isThrownBy(groups::last);
		assertThat(groups.orderBy("title").first()).isPresent();
		assertThat(QueryLog.capture(() -> products.orderBy().first()).statements().get(0)).doesNotContain("ORDER BY");
	}

	@Test
	void turningAnOrderTurnsItsNullsToo() {
		var ordered = employees.orderBy(EMPLOYEE.title.asc().nullsFirst(), EMPLOYEE.id.asc());
		List<Long> ids = new ArrayList<>(ordered.flat(EMPLOYEE.id).list());
		Collections.reverse(ids);
		assertThat(ordered.reverse().flat(EMPLOYEE.id).list()).isEqualTo(ids);
		assertThat(ordered.reverse().toSql()).contains("DESC NULLS LAST");
	}

	@Test
	void orderingAcrossAToManyRelationMultipliesRows() {
		assertThat(orm.manager(Category.class).orderBy("products__price").list().size())
			.isGreaterThan((int) orm.manager(Category.class).count());
	}

	@Test
	void theFirstOfEachIsNeitherUpdatedNorDeleted() {
		var firsts = products.orderBy("category", "id").distinct("category");
		assertThatExceptionOfType(OrmException.class).isThrownBy(() -> firsts.update("name", "x"));
		assertThatExceptionOfType(OrmException.class).isThrownBy(firsts::delete);
		assertThatExceptionOfType(BadSqlGrammarException.class).as("the columns must lead the order, says the database")
			.isThrownBy(() -> products.orderBy("id").distinct("name").list());
	}

	@Test
	void distinctRowsAreToldApartByWhatTheyAreOrderedByToo() {
		long names = products.values("category").distinct().orderBy().list().size();
		assertThat(products.values("category").distinct().orderBy("id").list().size()).isGreaterThan((int) names);
	}

	@Test
	void combinedRowsAllowLittle() {
		var union = products.filter("id", 1).union(products.filter("id", 2));
		Map<String, Consumer<QuerySet<Product>>> steps = Map.of("filter", (query) -> query.filter("id", 1).list(),
				"exclude", (query) -> query.exclude("id", 1).list(), "annotate",
				(query) -> query.annotate("x", F.of("id")).list(), "alias",
				(query) -> query.alias("x", F.of("id")).list(), "selectRelated",
				(query) -> query.selectRelated("category").list(), "defer", (query) -> query.defer("name").list(),
				"only", (query) -> query.only("name").list(), "update", (query) -> query.update("name", "x"), "delete",
				QuerySet::delete, "get", (query) -> query.get("id", 1));
		Set<String> refused = new HashSet<>();
		steps.forEach((name, step) -> {
			assertThatExceptionOfType(UnsupportedQueryException.class).as(name).isThrownBy(() -> step.accept(union));
			refused.add(name);
		});
		assertThat(refused).hasSize(steps.size());
		assertThatExceptionOfType(UnsupportedQueryException.class).isThrownBy(() -> union.distinct().list());
		assertThatExceptionOfType(OrmException.class)
			.isThrownBy(() -> products.values("name").union(products.values("name")).orderBy("price").list());
		assertThat(products.none().union(products.filter("id", 1)).toSql()).doesNotContain("UNION");
		assertThat(products.filter("id", 1).difference(products.none()).toSql()).doesNotContain("EXCEPT");
		assertThat(products.filter("id", 1).intersection(products.none()).list()).isEmpty();
		assertThat(Queries.count(() -> products.none().union(products.none()).list())).isZero();
	}

	@Test
	void aForeignKeyIsSelectedAsItsKey() {
		Product product = products.first().orElseThrow();
		var row = products.filter("id", product.getId()).values("category", "categoryId").get();
		assertThat(row.get("category")).isEqualTo(product.getCategory().id()).isEqualTo(row.get("categoryId"));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> products.annotate("name", F.of("id")).list())
			.withMessageContaining("conflicts with a field");
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> products.annotate("categoryId", F.of("id")).list());
	}

	@Test
	void existenceSelectsOneAndDropsTheOrder() {
		QueryLog log = QueryLog.capture(() -> products.orderBy("name").annotate("x", F.of("price")).exists());
		assertThat(log.statements().get(0)).startsWith("SELECT 1").doesNotContain("ORDER BY").contains("LIMIT");
		assertThat(products.values("category").distinct().orderBy("category").slice(100000, 100001).exists()).isFalse();
	}

	@Test
	void anInstanceThatIsNotSavedIsNotLookedFor() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> products.filter("category", new Category()).list());
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> products.filter("category__in", List.of(new Category())).list());
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> products.all().contains(new Product()));
	}

	@Test
	void aSubqueryFitsWhatItIsComparedWith() {
		Order order = orm.manager(Order.class).first().orElseThrow();
		Queries.expect(0, () -> {
			assertThatExceptionOfType(OrmException.class)
				.isThrownBy(() -> products.filter("category__in", orm.manager(Order.class).all()).list());
			assertThatExceptionOfType(OrmException.class).isThrownBy(() -> products.filter("category", order).list());
			assertThatExceptionOfType(OrmException.class)
				.isThrownBy(() -> products.filter("id__in", products.values("id", "name")).list());
			assertThatExceptionOfType(OrmException.class)
				.isThrownBy(() -> products.filter("category", orm.manager(Category.class).all()).list())
				.withMessageContaining("limited to one result");
			return true;
		});
		assertThat(products.filter("category", orm.manager(Category.class).orderBy("id").limit(1)).count())
			.isPositive();
		String sql = products.filter("category__in", orm.manager(Category.class).orderBy("name")).toSql();
		assertThat(sql.substring(0, sql.lastIndexOf("ORDER BY"))).doesNotContain("ORDER BY");
	}

	@Test
	void theKeyIsNeverDeferredAndMasksSubtract() {
		assertThat(products.defer("id", "name").toSql()).contains("\"id\"").doesNotContain("\"name\"");
		String sql = products.defer("name").only("name", "price").toSql();
		assertThat(sql).contains("\"price\"").doesNotContain("\"t0\".\"name\"");
		assertThat(products.only("name").defer("name").toSql()).contains("\"id\"");
		assertThat(products.only("name").only("price").toSql()).contains("\"price\"").doesNotContain("\"name\"");
		assertThatExceptionOfType(OrmException.class)
			.isThrownBy(() -> products.only("name").selectRelated("category").list())
			.withMessageContaining("category");
		assertThat(products.defer("name").deferNothing().toSql()).isEqualTo(products.all().toSql());
	}

	@Test
	void theSameRelationIsNotPrefetchedInTwoWays() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> orm.manager(Category.class)
			.prefetchRelated(Prefetch.prefetch("products", products.filter("id", 1)))
			.prefetchRelated(Prefetch.prefetch("products", products.filter("id", 2)))
			.list());
	}

	@Test
	void anAggregateThatCountsTakesNoDefault() {
		assertThatExceptionOfType(OrmException.class)
			.isThrownBy(() -> products.aggregate(Aggregates.count(PRODUCT.id).orDefault(0L)));
	}

	@Test
	void rowsAreTheSameWhereverTheQuerysetIsKept() {
		var kept = orm.manager(Post.class).filter("views__gte", 0);
		var more = kept.filter("views", -1);
		assertThat(more.list()).isEmpty();
		assertThat(kept.count()).isEqualTo(orm.manager(Post.class).count());
		assertThat(orm.manager(Tag.class).all().none().list()).isEmpty();
	}

	@Test
	void theFirstOfEachMayBeToldByAnAnnotation() {
		Product first = products.orderBy("id").first().orElseThrow();
		var valued = products.annotate("one", Expressions.value(1)).distinct("one");
		assertThat(valued.orderBy("one", "id").list()).containsExactly(first);
		assertThat(valued.earliest("one", "id")).isEqualTo(valued.latest("one", "-id")).isEqualTo(first);
		assertThat(valued.orderBy("-one", "id").values("name", "one").list()).hasSize(1);
		long prices = products.values("price").distinct().count();
		var dearer = products.annotate("dearer", F.of("price").plus(1));
		assertThat(dearer.distinct("dearer").orderBy("dearer").list()).hasSize((int) prices);
		assertThat(dearer.distinct("dearer").orderBy("-dearer").count()).isEqualTo(prices);
		assertThat(dearer.values("dearer")
			.annotate("n", Aggregates.count("id"))
			.distinct("dearer")
			.orderBy("dearer", "-n")
			.list()).hasSize((int) prices);
		assertThat(products.annotate("cost", F.of("price")).distinct("cost").latest("cost").getPrice())
			.isEqualTo(products.latest("price").getPrice());
		assertThat(dearer.distinct("dearer").exists()).isTrue();
	}

	@Test
	void aColumnMayBeListedSeveralTimes() {
		Long id = products.earliest("id").getId();
		var first = products.filter("id", id).annotate("more", F.of("id").plus(1));
		assertThat(first.valuesList("id", "id").list()).containsExactly(List.of(id, id));
		assertThat(first.valuesList("more", "id", "more", "id", "id").list())
			.containsExactly(List.of(id + 1, id, id + 1, id, id));
		assertThat(first.annotate("id1", F.of("price")).valuesList("id", "id", "id1").get().subList(0, 2))
			.isEqualTo(List.of(id, id));
		assertThat(first.valuesList("category__name", "category__name").get()).doesNotContainNull().hasSize(2);
		assertThat(first.valuesList("id", "id").union(products.valuesList("id", "stockQuantity")).count())
			.isGreaterThan(1);
		assertThat(products.values("category").annotate("n", Aggregates.count("id")).valuesList("n", "n").list())
			.isNotEmpty()
			.allMatch((row) -> row.get(0).equals(row.get(1)));
	}

	@Test
	void datesHaveAnOrderOfTheirOwn() {
		var days = events.dates("day", "day").list();
		assertThat(days).hasSizeGreaterThan(1).doesNotHaveDuplicates().isSorted();
		assertThat(events.orderBy("-pk").dates("day", "day").list()).isEqualTo(days);
		var latest = new ArrayList<>(days);
		Collections.reverse(latest);
		assertThat(events.orderBy("pk").dates("day", "day", true).list()).isEqualTo(latest);
		var hours = events.datetimes("startsAt", "hour").list();
		assertThat(hours).hasSizeGreaterThan(1).isSorted();
		assertThat(events.orderBy("-pk").datetimes("startsAt", "hour").list()).isEqualTo(hours);
		for (String kind : List.of("hour", "DAY", "decade", "")) {
			assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> events.dates("day", kind).list())
				.withMessageStartingWith("The kind of dates is not '%s'.".formatted(kind))
				.withMessageEndingWith(" Choices: year, month, week, day");
		}
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> events.datetimes("startsAt", "decade").list())
			.withMessage(
					"The kind of datetimes is not 'decade'. Choices: year, month, week, day, hour, minute, second");
	}

	@Test
	void nothingIsSentToUpdateNoRowsOfAParent() {
		Manager<Page> pages = orm.manager(Page.class);
		assertThat(Queries.expect(0, () -> pages.none().update("title", "x"))).isZero();
		assertThat(Queries.expect(0, () -> pages.filter("pk__in", List.of()).update("title", "x"))).isZero();
	}

}
