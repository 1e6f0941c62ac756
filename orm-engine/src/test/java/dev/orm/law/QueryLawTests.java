package dev.orm.law;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Employee;
import dev.orm.expression.Condition;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static org.assertj.core.api.Assertions.assertThat;

/** Laws of querysets; a failure names the seed. */
class QueryLawTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final int QUERIES = 15;

	private final Manager<Employee> employees = orm.manager(Employee.class);

	static LongStream seeds() {
		return LongStream.range(1, 41);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void filteringTwiceIsFilteringByBoth(long seed) {
		RandomConditions conditions = new RandomConditions(seed);
		for (int i = 0; i < QUERIES; i++) {
			Condition<Employee> a = conditions.next(2);
			Condition<Employee> b = conditions.next(2);
			Set<Object> both = ids(this.employees.filter(a.and(b)));
			assertThat(ids(this.employees.filter(a).filter(b))).isEqualTo(both);
			assertThat(ids(this.employees.filter(a, b))).isEqualTo(both);
			assertThat(ids(this.employees.filter(a).intersection(this.employees.filter(b)))).isEqualTo(both);
		}
	}

	/** But of an XOR, of which decision 13 says that merging keeps more rows. */
	@ParameterizedTest
	@MethodSource("seeds")
	void mergingByAndIsFilteringByBoth(long seed) {
		RandomConditions conditions = new RandomConditions(seed);
		for (int i = 0; i < QUERIES; i++) {
			Condition<Employee> a = conditions.positive(2);
			Condition<Employee> b = conditions.positive(2);
			assertThat(ids(this.employees.filter(a).and(this.employees.filter(b))))
				.isEqualTo(ids(this.employees.filter(a.and(b))));
			assertThat(ids(this.employees.exclude(a).and(this.employees.filter(b))))
				.isEqualTo(ids(this.employees.exclude(a).filter(b)));
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void eitherIsTheUnion(long seed) {
		RandomConditions conditions = new RandomConditions(seed);
		for (int i = 0; i < QUERIES; i++) {
			Condition<Employee> a = conditions.positive(2);
			Condition<Employee> b = conditions.positive(2);
			Set<Object> either = ids(this.employees.filter(a.or(b)));
			assertThat(ids(this.employees.filter(a).union(this.employees.filter(b)))).isEqualTo(either);
			assertThat(ids(this.employees.filter(a).or(this.employees.filter(b)))).isEqualTo(either);
			assertThat(this.employees.filter(a).unionAll(this.employees.filter(b)).count())
				.isEqualTo(this.employees.filter(a).count() + this.employees.filter(b).count());
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void excludingALookupIsTheComplement(long seed) {
		RandomConditions conditions = new RandomConditions(seed);
		Set<Object> all = ids(this.employees.all());
		for (int i = 0; i < QUERIES; i++) {
			Condition<Employee> condition = conditions.leaf();
			Set<Object> rest = new HashSet<>(all);
			rest.removeAll(ids(this.employees.filter(condition)));
			assertThat(ids(this.employees.exclude(condition))).isEqualTo(rest);
			assertThat(ids(this.employees.filter(condition.not()))).isEqualTo(rest);
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void countingIsTheNumberOfRows(long seed) {
		RandomConditions conditions = new RandomConditions(seed);
		for (int i = 0; i < QUERIES; i++) {
			QuerySet<Employee> query = this.employees.filter(conditions.next(3));
			List<Employee> rows = query.list();
			assertThat(query.count()).isEqualTo(rows.size());
			assertThat(query.exists()).isEqualTo(!rows.isEmpty());
			assertThat(query.values("department").distinct().orderBy().count())
				.isEqualTo(new HashSet<>(query.flat("department").list()).size());
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aSliceOfASliceIsASubList(long seed) {
		Random random = new Random(seed);
		QuerySet<Employee> query = this.employees.filter(new RandomConditions(seed).next(1)).orderBy("id");
		List<Object> rows = query.flat("id").list();
		for (int i = 0; i < QUERIES; i++) {
			int from = random.nextInt(rows.size() + 2);
			int to = from + random.nextInt(rows.size() + 2);
			int inner = random.nextInt(5);
			List<Object> outer = part(rows, from, to);
			assertThat(query.slice(from, to).flat("id").list()).isEqualTo(outer);
			assertThat(query.slice(from, to).slice(inner, inner + 2).flat("id").list())
				.isEqualTo(part(outer, inner, inner + 2));
			assertThat(query.slice(from, to).count()).isEqualTo(outer.size());
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aPlanAnswersAsAFreshOne(long seed) {
		RandomConditions conditions = new RandomConditions(seed);
		for (int i = 0; i < QUERIES; i++) {
			Condition<Employee> condition = conditions.next(2);
			Orm fresh = Shop.orm(database);
			QueryEvent known = sent(orm, condition);
			QueryEvent anew = sent(fresh, condition);
			assertThat(known.sql()).isEqualTo(anew.sql());
			assertThat(known.values()).isEqualTo(anew.values());
		}
	}

	private static QueryEvent sent(Orm on, Condition<Employee> condition) {
		Manager<Employee> manager = on.manager(Employee.class);
		return QueryLog.capture(() -> manager.filter(condition).annotate(EMPLOYEE.salary.plus(1).as("more")).list())
			.events()
			.get(0);
	}

	private static List<Object> part(List<Object> rows, int from, int to) {
		int first = Math.min(from, rows.size());
		return rows.subList(first, Math.max(first, Math.min(to, rows.size())));
	}

	private static Set<Object> ids(QuerySet<Employee> query) {
		Set<Object> ids = new HashSet<>();
		query.list().forEach((employee) -> ids.add(employee.getId()));
		return ids;
	}

}
