package dev.orm.law;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Employee;
import dev.orm.expression.Condition;
import dev.orm.expression.Q;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Negation knows two values where SQL knows three: what compares with NULL is false, and
 * its negation true, wherever in a condition it stands.
 */
class NegationLawTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Employee> employees = orm.manager(Employee.class);

	static LongStream seeds() {
		return LongStream.range(1, 41);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aConditionMeansWhatItMeansInJava(long seed) {
		List<Employee> all = this.employees.orderBy("id").list();
		Random random = new Random(seed);
		for (int i = 0; i < 25; i++) {
			Sample test = condition(random, 4, 4);
			List<Employee> expected = all.stream().filter(test.java()).toList();
			assertThat(this.employees.filter(test.sql()).orderBy("id").list()).as("%s", test.sql().node())
				.isEqualTo(expected);
			assertThat(this.employees.exclude(test.sql()).count()).as("not %s", test.sql().node())
				.isEqualTo(all.size() - expected.size());
		}
	}

	@Test
	void aNegatedAlternativeGuardsItsOwnColumnAsDjangoDoes() {
		assertThat(where(EMPLOYEE.level.eq(5).or(EMPLOYEE.bonus.eq(5).not())))
			.isEqualTo("\"t0\".\"level\" = ? OR NOT (\"t0\".\"bonus\" = ? AND \"t0\".\"bonus\" IS NOT NULL)");
		assertThat(where(EMPLOYEE.level.eq(5).or(EMPLOYEE.bonus.eq(5).not()).not()))
			.isEqualTo("NOT (\"t0\".\"level\" = ? OR NOT (\"t0\".\"bonus\" = ?))");
		assertThat(where(EMPLOYEE.bonus.eq(1).and(EMPLOYEE.level.eq(EMPLOYEE.bonus)).not())).isEqualTo(
				"NOT (\"t0\".\"bonus\" = ? AND \"t0\".\"bonus\" IS NOT NULL AND \"t0\".\"level\" = \"t0\".\"bonus\""
						+ " AND \"t0\".\"bonus\" IS NOT NULL)");
	}

	@Test
	void aNegationInANegatedExclusiveAlternativeIsUnknownAsInDjango() {
		Condition<Employee> either = EMPLOYEE.bonus.isNull().xor(EMPLOYEE.bonus.eq(5).not());
		long unknown = this.employees.filter(EMPLOYEE.bonus.isNull()).count();
		assertThat(unknown).isPositive();
		assertThat(this.employees.filter(either).count()).isEqualTo(this.employees.count() - unknown);
		assertThat(this.employees.exclude(either).count()).isZero();
	}

	private String where(Condition<? super Employee> condition) {
		String sql = QueryLog.capture(() -> this.employees.filter(condition).orderBy().exists()).statements().get(0);
		return sql.substring(sql.indexOf(" WHERE ") + 7, sql.indexOf(" LIMIT "));
	}

	/** A condition, and its meaning on an instance. */
	private record Sample(Condition<Model> sql, Predicate<Employee> java) {

	}

	/**
	 * Make a condition of a number of kinds: AND, OR, XOR, NOT. There is no NOT within an
	 * XOR, which counts what is true and takes the unknown for false.
	 */
	private static Sample condition(Random random, int depth, int kinds) {
		if (depth == 0 || random.nextInt(4) == 0) {
			return leaf(random);
		}
		int kind = random.nextInt(kinds);
		int within = (kind == 2) ? 3 : kinds;
		Sample left = condition(random, depth - 1, within);
		if (kind == 3) {
			return new Sample(left.sql().not(), left.java().negate());
		}
		Sample right = condition(random, depth - 1, within);
		return switch (kind) {
			case 0 -> new Sample(left.sql().and(right.sql()), left.java().and(right.java()));
			case 1 -> new Sample(left.sql().or(right.sql()), left.java().or(right.java()));
			default -> new Sample(left.sql().xor(right.sql()),
					(employee) -> left.java().test(employee) != right.java().test(employee));
		};
	}

	private static Sample leaf(Random random) {
		int bound = random.nextInt(1500);
		int level = random.nextInt(7);
		return switch (random.nextInt(7)) {
			case 0 -> bonus("bonus__gt", bound, (bonus) -> bonus > bound);
			case 1 -> bonus("bonus__lte", bound, (bonus) -> bonus <= bound);
			case 2 -> bonus("bonus__in", List.of(500, 1000), (bonus) -> bonus == 500 || bonus == 1000);
			case 3 -> new Sample(Q.of("bonus__isnull", true), (employee) -> employee.getBonus() == null);
			case 4 -> new Sample(Q.of("bonus__isnull", false), (employee) -> employee.getBonus() != null);
			case 5 -> new Sample(Q.of("level", level), (employee) -> employee.getLevel() == level);
			default -> new Sample(Q.of("title", "Engineer"), (employee) -> "Engineer".equals(employee.getTitle()));
		};
	}

	private static Sample bonus(String lookup, Object value, Predicate<Integer> test) {
		return new Sample(Q.of(lookup, value),
				(employee) -> employee.getBonus() != null && test.test(employee.getBonus().intValue()));
	}

}
