package dev.orm.tables;

import java.util.List;
import java.util.Map;

import dev.orm.CommonTable;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.Product;
import dev.orm.error.FieldException;
import dev.orm.error.QueryValueException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.expression.Expressions;
import dev.orm.expression.F;
import dev.orm.expression.NumberExpression;
import dev.orm.model.Model;
import dev.orm.test.Queries;
import dev.orm.test.ShopDatabase;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Aggregates.avg;
import static dev.orm.expression.Aggregates.max;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CommonTableTests {

	@RegisterExtension
	static final TestDatabase DATABASE = ShopDatabase.create();

	private final Orm orm = ShopDatabase.orm(DATABASE);

	private final Manager<Employee> employees = this.orm.manager(Employee.class);

	private final Manager<Product> products = this.orm.manager(Product.class);

	private final JdbcClient plain = JdbcClient.create(DATABASE.dataSource());

	@Test
	void aRecursiveTableFollowsAHierarchyOfAnyDepthByOneQuery() {
		// tag::recursive[]
		CommonTable chain = CommonTable.recursive("chain",
				this.employees.filter(EMPLOYEE.manager.isNull()).values("id"),
				(self) -> this.employees.all().join(self, EMPLOYEE.manager, "id").values("id"));
		List<Employee> reached = this.employees.all().with(chain).join(chain, EMPLOYEE.id, "id").orderBy("id").list();
		// end::recursive[]
		List<Long> expected = this.plain.sql("""
				WITH RECURSIVE c AS (SELECT id FROM shop_employee WHERE manager_id IS NULL
				UNION SELECT e.id FROM shop_employee e JOIN c ON e.manager_id = c.id) SELECT id FROM c ORDER BY id""")
			.query(Long.class)
			.list();
		assertThat(reached).extracting(Employee::getId).isNotEmpty().containsExactlyElementsOf(expected);
		assertThat(Queries.count(() -> this.employees.all().with(chain).join(chain, EMPLOYEE.id, "id").list()))
			.isEqualTo(1);
	}

	@Test
	void aRecursiveTableCountsItsSteps() {
		NumberExpression<Model, Integer> zero = NumberExpression.of(Expressions.value(0).node());
		CommonTable chain = CommonTable.recursive("chain",
				this.employees.filter(EMPLOYEE.manager.isNull()).values(List.of("id", "depth"), Map.of("depth", zero)),
				(self) -> this.employees.all()
					.join(self, EMPLOYEE.manager, "id")
					.values(List.of("id", "depth"), Map.of("depth", self.column("depth", Integer.class).plus(1))));
		Integer deepest = this.employees.all()
			.with(chain)
			.join(chain, EMPLOYEE.id, "id")
			.annotate("depth", chain.column("depth", Integer.class))
			.orderBy("-depth")
			.values("depth")
			.list()
			.stream()
			.map((row) -> (Integer) row.get("depth"))
			.findFirst()
			.orElseThrow();
		Integer expected = this.plain
			.sql("""
					WITH RECURSIVE c AS (SELECT id, 0 AS depth FROM shop_employee WHERE manager_id IS NULL
					UNION SELECT e.id, c.depth + 1 FROM shop_employee e JOIN c ON e.manager_id = c.id) SELECT max(depth) FROM c""")
			.query(Integer.class)
			.single();
		assertThat(deepest).isEqualTo(expected);
	}

	@Test
	void aTableOfAggregatesIsComputedOnceAndComparedWithEachRow() {
		CommonTable averages = CommonTable.of("averages",
				this.products.all().values("category").annotate("mean", avg(PRODUCT.price)));
		List<Long> found = this.products.all()
			.with(averages)
			.join(averages, PRODUCT.category, "category")
			.filter(PRODUCT.price.gt(averages.column("mean", java.math.BigDecimal.class)))
			.orderBy("id")
			.list()
			.stream()
			.map(Product::getId)
			.toList();
		List<Long> expected = this.plain.sql("""
				SELECT p.id FROM shop_product p WHERE p.price > (SELECT avg(q.price) FROM shop_product q
				WHERE q.category_id = p.category_id) ORDER BY p.id""").query(Long.class).list();
		assertThat(found).isNotEmpty().containsExactlyElementsOf(expected);
	}

	@Test
	void namesOfTablesAndColumnsAreCheckedBeforeAnythingIsSent() {
		CommonTable ids = CommonTable.of("ids", this.employees.all().values("id"));
		int queries = Queries.count(() -> {
			assertThatThrownBy(() -> this.employees.all().join(ids, EMPLOYEE.id, "id").list())
				.isInstanceOf(FieldException.class)
				.hasMessageContaining("ids");
			assertThatThrownBy(() -> this.employees.all().with(ids).join(ids, EMPLOYEE.id, "idd").list())
				.isInstanceOf(FieldException.class)
				.hasMessageContaining("id");
			CommonTable hostile = CommonTable.of("x\"; DROP TABLE shop_tag; --", this.employees.all().values("id"));
			assertThatThrownBy(() -> this.employees.all().with(hostile).list()).isInstanceOf(QueryValueException.class);
		});
		assertThat(queries).isZero();
	}

	@Test
	void joinedRowsAreCountedUpdatedAndCombined() {
		CommonTable leaders = CommonTable.of("leaders",
				this.employees.filter(EMPLOYEE.manager.isNotNull()).values("manager").distinct());
		QuerySet<Employee> leading = this.employees.all().with(leaders).join(leaders, EMPLOYEE.id, "manager");
		List<Employee> expected = this.employees.filter(EMPLOYEE.reports().isNotNull()).distinct().orderBy("id").list();
		assertThat(expected).isNotEmpty().hasSizeLessThan((int) this.employees.count());
		assertThat(leading.orderBy("id").list()).isEqualTo(expected);
		assertThat(leading.count()).isEqualTo(expected.size());
		assertThat(leading.exists()).isTrue();
		assertThat(leading.aggregate(max(EMPLOYEE.id))).isEqualTo(expected.get(expected.size() - 1).getId());
		assertThat(leading.update("level", F.of("level"))).isEqualTo(expected.size());
		assertThat(leading.union(this.employees.none()).list()).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(this.employees.all().difference(leading).list())
			.hasSize((int) this.employees.count() - expected.size());
		assertThat(this.employees.filter(EMPLOYEE.id.in(leading)).count()).isEqualTo(expected.size());
	}

	@Test
	void aMergeKeepsTheTableItIsJoinedWith() {
		CommonTable first = CommonTable.of("first", this.employees.orderBy("id").limit(3).values("id"));
		QuerySet<Employee> joined = this.employees.all().with(first).join(first, EMPLOYEE.id, "id");
		assertThat(joined.and(this.employees.filter("id__gt", 1)).count())
			.isEqualTo(joined.filter("id__gt", 1).count());
		for (QuerySet<Employee> merged : List.of(this.employees.all().and(joined), this.employees.all().or(joined),
				joined.or(this.employees.all()))) {
			assertThatThrownBy(merged::list).isInstanceOf(UnsupportedQueryException.class);
		}
	}

	@Test
	void aTableOfTheFirstOfEachKeepsItsOrdering() {
		for (String order : List.of("price", "-price")) {
			CommonTable firsts = CommonTable.of("firsts",
					this.products.orderBy("category__id", order, "id").distinct("category__id").values("id"));
			List<Long> found = this.products.all()
				.with(firsts)
				.join(firsts, PRODUCT.id, "id")
				.list()
				.stream()
				.map(Product::getId)
				.toList();
			List<Long> expected = this.plain
				.sql("SELECT DISTINCT ON (category_id) id FROM shop_product ORDER BY category_id, "
						+ (order.equals("price") ? "price" : "price DESC") + ", id")
				.query(Long.class)
				.list();
			assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
		}
	}

}
