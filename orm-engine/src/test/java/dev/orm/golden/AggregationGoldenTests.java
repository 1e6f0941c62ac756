package dev.orm.golden;

import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Department;
import dev.orm.acceptance.shop.OrderItem;
import dev.orm.acceptance.shop.Product;
import dev.orm.expression.Annotation;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.CategoryPath.CATEGORY;
import static dev.orm.acceptance.shop.DepartmentPath.DEPARTMENT;
import static dev.orm.acceptance.shop.OrderItemPath.ORDER_ITEM;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Aggregates.avg;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.countDistinct;
import static dev.orm.expression.Aggregates.max;
import static dev.orm.expression.Aggregates.stringAgg;
import static dev.orm.expression.Aggregates.sum;

/** Grouping: what is grouped by, what is WHERE and what HAVING. */
class AggregationGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Product> products = orm.manager(Product.class);

	private final Manager<Category> categories = orm.manager(Category.class);

	private final Annotation<Category, Long> size = count(CATEGORY.products()).as("size");

	@Test
	void anAggregateOfRelatedRowsGroupsByTheKey() {
		Golden.check("aggregation/related", () -> this.categories.annotate(this.size).list());
	}

	@Test
	void aFilterBeforeIsWhereAndAfterIsHaving() {
		Golden.check("aggregation/where-and-having",
				() -> this.categories.filter(CATEGORY.products().price.gt(10))
					.annotate(this.size)
					.filter(this.size.gt(1), CATEGORY.name.ne("Books"))
					.orderBy(this.size.desc(), CATEGORY.name.asc())
					.list());
	}

	@Test
	void aFilterOfRelatedRowsAfterTheAggregateJoinsAnew() {
		Golden.check("aggregation/filter-after",
				() -> this.categories.annotate(this.size).filter(CATEGORY.products().price.gt(10)).list());
	}

	@Test
	void anAlternativeOfBothIsHavingAsAWhole() {
		Golden.check("aggregation/disjunction",
				() -> this.categories.annotate(this.size)
					.filter(this.size.gt(3).or(CATEGORY.name.startswith("B")))
					.list());
	}

	@Test
	void columnsSelectedBeforeAreGroupedBy() {
		Golden.check("aggregation/values-before",
				() -> this.products.values("supplier__name")
					.annotate(avg(PRODUCT.price).as("average"))
					.orderBy("supplier__name")
					.list());
	}

	@Test
	void columnsSelectedAfterAreNotGroupedBy() {
		Golden.check("aggregation/values-after",
				() -> this.categories.annotate(this.size).values("name", "size").list());
	}

	@Test
	void anOrderingIsGroupedByTooButNotTheDefaultOne() {
		Golden.check("aggregation/ordering-grouped",
				() -> this.products.values("category").annotate(count().as("n")).list());
		Golden.check("aggregation/ordering-given",
				() -> this.products.values("category").annotate(count().as("n")).orderBy("stockQuantity").list());
	}

	@Test
	void typedColumnsGroupWhereSomeAggregate() {
		Golden.check("aggregation/typed-columns",
				() -> this.products.values(PRODUCT.category().name, count(), sum(PRODUCT.stockQuantity)).list());
	}

	@Test
	void anAggregateCountsOnlyWhatItsConditionKeeps() {
		Golden.check("aggregation/filtered",
				() -> this.categories
					.annotate(count(CATEGORY.products()).filter(CATEGORY.products().price.gt(100)).as("expensive"),
							countDistinct(CATEGORY.products().supplier()).as("suppliers"))
					.list());
	}

	@Test
	void aDefaultReplacesTheAnswerForNoRows() {
		Golden.check("aggregation/default",
				() -> this.products.filter(PRODUCT.id.lt(0L)).aggregate(sum(PRODUCT.price).orDefault(0).as("total")));
	}

	@Test
	void anAggregateOfTextsIsOrdered() {
		Golden.check("aggregation/string-agg", () -> this.categories
			.annotate(stringAgg(CATEGORY.products().name, ", ").orderBy(CATEGORY.products().name.asc()).as("names"))
			.values("name", "names")
			.list());
	}

	@Test
	void anAggregateOfAnExpressionIsComputedPerRow() {
		Golden.check("aggregation/expression",
				() -> orm.manager(OrderItem.class)
					.aggregate(sum(ORDER_ITEM.price.times(ORDER_ITEM.quantity)).as("total"),
							count(ORDER_ITEM.id).filter(ORDER_ITEM.quantity.gt(1)).as("several")));
	}

	@Test
	void aggregatingSlicedRowsWrapsThem() {
		Golden.check("aggregation/sliced",
				() -> this.products.orderBy(PRODUCT.price.desc(), PRODUCT.id.asc())
					.slice(0, 3)
					.aggregate(avg(PRODUCT.price).as("average")));
	}

	@Test
	void aggregatingDistinctRowsWrapsThem() {
		Golden.check("aggregation/distinct-rows",
				() -> this.products.values("category", "stockQuantity")
					.distinct()
					.aggregate(Map.of("total", sum(PRODUCT.stockQuantity))));
	}

	@Test
	void aggregatingAnAggregateWrapsTheGroups() {
		Golden.check("aggregation/of-groups",
				() -> this.categories.annotate(this.size).aggregate(max(this.size).as("largest")));
	}

	@Test
	void countingDropsAnnotationsNobodyRefersTo() {
		Golden.check("aggregation/count-strips",
				() -> this.categories.annotate(CATEGORY.name.upper().as("shout")).orderBy("name").count());
	}

	@Test
	void countingGroupsCountsThem() {
		Golden.check("aggregation/count-groups",
				() -> this.categories.annotate(this.size).filter(this.size.gt(1)).count());
		Golden.check("aggregation/count-values-groups",
				() -> this.products.values("supplier").annotate(count().as("n")).count());
	}

	@Test
	void countingSlicedOrDistinctRowsWrapsThem() {
		Golden.check("aggregation/count-sliced", () -> this.products.orderBy("id").slice(2, 5).count());
		Golden.check("aggregation/count-distinct", () -> this.products.values("category").distinct().count());
	}

	@Test
	void askingForExistenceSelectsNothing() {
		Golden.check("aggregation/exists",
				() -> this.products.filter(PRODUCT.category().name.eq("Books")).orderBy("name").exists());
		Golden.check("aggregation/exists-groups",
				() -> this.categories.annotate(this.size).filter(this.size.gt(1)).exists());
		Golden.check("aggregation/exists-sliced", () -> this.products.orderBy("id").slice(2, 5).exists());
	}

	@Test
	void twoToManyRelationsMultiplyTheirRows() {
		Golden.check("aggregation/two-relations",
				() -> this.products
					.annotate(count(PRODUCT.reviews()).distinct().as("reviewCount"),
							count(PRODUCT.tags()).distinct().as("tagCount"))
					.values("name", "reviewCount", "tagCount")
					.list());
	}

	@Test
	void groupingDropsTheDefaultOrdering() {
		Golden.check("aggregation/default-ordering",
				() -> orm.manager(Department.class)
					.annotate(count(DEPARTMENT.employees()).as("heads"))
					.selectRelated(DEPARTMENT.company())
					.list());
	}

}
