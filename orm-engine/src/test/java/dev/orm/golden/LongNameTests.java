package dev.orm.golden;

import dev.orm.CommonTable;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Row;
import dev.orm.acceptance.shop.Employee;
import dev.orm.expression.F;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.max;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names of results longer than PostgreSQL's 63 bytes, which it would cut: two that begin
 * alike stay two.
 */
class LongNameTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final String LONG = "a".repeat(70);

	private static final String ONE = LONG + "1";

	private static final String TWO = LONG + "2";

	private final Manager<Employee> employees = orm.manager(Employee.class);

	@Test
	void annotationsOfAnyLengthAreReadAndOrderedBy() {
		Golden.check("long-names/annotations",
				() -> assertThat(this.employees.annotate(ONE, EMPLOYEE.level.plus(1))
					.annotate(TWO, EMPLOYEE.level.plus(2))
					.orderBy("-" + TWO, "id")
					.values(ONE, TWO)
					.list()).allSatisfy((row) -> assertThat(row.get(TWO)).isEqualTo((Integer) row.get(ONE) + 1)));
	}

	@Test
	void aggregatesOverThemSeeTheRightOne() {
		Golden.check("long-names/aggregates", () -> {
			Row row = this.employees.annotate(ONE, EMPLOYEE.level.plus(1))
				.annotate(TWO, EMPLOYEE.level.plus(1000))
				.slice(0, 5)
				.aggregate(max(ONE).as(LONG), max(TWO).as(LONG + "b"));
			assertThat((Integer) row.get(LONG + "b")).isEqualTo((Integer) row.get(LONG) + 999);
		});
	}

	@Test
	void groupsOfThemAreTheRightOnes() {
		Golden.check("long-names/groups",
				() -> this.employees.annotate(ONE, EMPLOYEE.level.plus(1))
					.annotate(TWO, EMPLOYEE.level.times(0))
					.values(TWO)
					.annotate(LONG, count())
					.filter(LONG + "__gt", 1)
					.orderBy(TWO)
					.list());
	}

	@Test
	void longPathsAreSelectedUnderTheirOwnName() {
		String path = "manager__manager__manager__manager__manager__manager__manager__hiredOn__year";
		assertThat(this.employees.values(path).list().get(0).get(path)).isNull();
		assertThat(this.employees.values(path).slice(0, 5).count()).isEqualTo(5);
		String multibyte = "é".repeat(40);
		assertThat(this.employees.annotate(multibyte, F.of("level")).values(multibyte).first()).isNotNull();
	}

	@Test
	void commonTablesMayHaveThem() {
		CommonTable table = CommonTable.of(ONE, this.employees.annotate(TWO, F.of("id")).values(TWO));
		assertThat(this.employees.all().with(table).join(table, EMPLOYEE.id, TWO).count())
			.isEqualTo(this.employees.count());
	}

}
