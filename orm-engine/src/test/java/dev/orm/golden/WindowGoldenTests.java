package dev.orm.golden;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.Product;
import dev.orm.expression.Annotation;
import dev.orm.expression.node.Frame;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.CategoryPath.CATEGORY;
import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Aggregates.avg;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.functions.Windows.lag;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rank;
import static dev.orm.expression.functions.Windows.rowNumber;

/** Window functions, and conditions on their answers. */
class WindowGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Product> products = orm.manager(Product.class);

	private final Annotation<Product, Long> position = over(rowNumber()).partitionBy(PRODUCT.category)
		.orderBy(PRODUCT.price.desc(), PRODUCT.id.asc())
		.as("position");

	@Test
	void rowsAreNumberedWithinAPartition() {
		Golden.check("windows/row-number",
				() -> this.products.annotate(this.position).values("name", "position").list());
	}

	@Test
	void aConditionOnAWindowWrapsTheQuery() {
		Golden.check("windows/filtered",
				() -> this.products.filter(PRODUCT.price.gt(10))
					.annotate(this.position)
					.filter(this.position.lte(2))
					.list());
	}

	@Test
	void aConditionOnAWindowBesideOthersAndASlice() {
		Golden.check("windows/filtered-sliced",
				() -> this.products.annotate(this.position)
					.filter(this.position.eq(1).or(PRODUCT.name.startswith("B")), PRODUCT.category().name.gt("A"))
					.orderBy(PRODUCT.name.asc())
					.slice(1, 4)
					.values("name", "category__name")
					.list());
	}

	@Test
	void rowsOfAFilteredWindowAreCounted() {
		Golden.check("windows/filtered-count",
				() -> this.products.annotate(this.position).filter(this.position.eq(1)).count());
		Golden.check("windows/filtered-exists",
				() -> this.products.annotate(this.position).filter(this.position.eq(1)).exists());
	}

	@Test
	void anAggregateRunsOverAFrame() {
		Golden.check("windows/frame",
				() -> orm.manager(Employee.class)
					.annotate(
							over(sum(EMPLOYEE.salary)).partitionBy(EMPLOYEE.department)
								.orderBy(EMPLOYEE.hiredOn.asc(), EMPLOYEE.id.asc())
								.rows(-2, 0)
								.as("recent"),
							over(avg(EMPLOYEE.salary)).orderBy(EMPLOYEE.id.asc())
								.frame(new Frame(true, null, null, Frame.Exclusion.CURRENT_ROW))
								.as("others"))
					.values("name", "recent", "others")
					.list());
	}

	@Test
	void aNeighbourHasADefault() {
		Golden.check("windows/lag",
				() -> this.products
					.annotate(PRODUCT.price.minus(over(lag(PRODUCT.price, 1, 0)).orderBy(PRODUCT.id.asc())).as("step"))
					.values("name", "step")
					.list());
	}

	@Test
	void aWindowRunsOverGroups() {
		Golden.check("windows/over-aggregate",
				() -> orm.manager(Category.class)
					.annotate(count(CATEGORY.products()).as("size"))
					.annotate(over(rank()).orderBy(count(CATEGORY.products()).desc()).as("place"))
					.values("name", "size", "place")
					.list());
	}

	@Test
	void aWindowOrders() {
		Golden.check("windows/ordering",
				() -> this.products.orderBy(over(rank()).orderBy(PRODUCT.price.desc()).asc(), PRODUCT.id.asc())
					.flat("name")
					.list());
	}

}
