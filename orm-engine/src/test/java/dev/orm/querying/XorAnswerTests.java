package dev.orm.querying;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.RelatedManager;
import dev.orm.acceptance.shop.Department;
import dev.orm.acceptance.shop.Employee;
import dev.orm.expression.Condition;
import dev.orm.model.Model;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.DepartmentPath.DEPARTMENT;
import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.Expressions.caseWhen;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.querying.DjangoAnswers.ids;

/**
 * XOR wherever a condition may stand, over columns that are often NULL, beside Django
 * 6.1's answers on the same rows ({@code django/xor.json}).
 */
class XorAnswerTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Employee> employees = orm.manager(Employee.class);

	private static final Manager<Department> departments = orm.manager(Department.class);

	private static final Condition<Employee> BONUS = EMPLOYEE.bonus.gt(100);

	private static final Condition<Employee> LEVEL = EMPLOYEE.level.gt(2);

	private static final Condition<Employee> REMOTE = EMPLOYEE.remote.eq(true);

	private static final Condition<Employee> MANAGER = EMPLOYEE.manager().bonus.gt(100);

	private static final Condition<Employee> TASKS = EMPLOYEE.tasks().hours.gt(4.0);

	private static final Condition<Employee> NOTHING = EMPLOYEE.id.in(List.of());

	@TestFactory
	Stream<DynamicTest> eachAnswerIsDjangos() {
		Map<String, Supplier<List<?>>> ours = new LinkedHashMap<>();
		inExpressions(ours);
		inWrites(ours);
		inManagers(ours);
		inFilters(ours);
		inQuerysets(ours);
		return DjangoAnswers.compare("xor", ours);
	}

	private static void inExpressions(Map<String, Supplier<List<?>>> ours) {
		ours.put("case", () -> chosen(BONUS.xor(LEVEL)));
		ours.put("case-negated", () -> chosen(BONUS.xor(LEVEL).not()));
		ours.put("case-related", () -> chosen(MANAGER.xor(LEVEL)));
		Condition<Department> some = DEPARTMENT.employees().bonus.gt(100).xor(DEPARTMENT.employees().level.gt(2));
		ours.put("filter-of-aggregate", () -> counted(some));
		ours.put("filter-of-aggregate-negated", () -> counted(some.not()));
		var n = count(DEPARTMENT.employees()).as("n");
		var s = sum(DEPARTMENT.employees().bonus).as("s");
		ours.put("having", () -> ids(departments.orderBy("id").annotate(n).annotate(s).filter(n.gt(5).xor(s.gt(100)))));
		ours.put("exists",
				() -> ids(departments.orderBy("id")
					.filter(exists(
							employees.filter(BONUS.xor(LEVEL), EMPLOYEE.department().id.eq(outer(DEPARTMENT.id))))
						.xor(DEPARTMENT.rank.gt(2)))));
		ours.put("annotated",
				() -> employees.orderBy("id")
					.annotate("x", BONUS.xor(LEVEL))
					.list()
					.stream()
					.map((employee) -> List.of(employee.getId(), employee.get("x")))
					.toList());
	}

	private static List<?> chosen(Condition<Employee> condition) {
		var one = caseWhen(condition, 1).otherwise(0).as("k");
		return ids(employees.orderBy("id").annotate(one).filter(one.eq(1)));
	}

	private static List<?> counted(Condition<Department> condition) {
		var n = count(DEPARTMENT.employees()).filter(condition).as("n");
		return departments.orderBy("id")
			.annotate(n)
			.list()
			.stream()
			.map((department) -> List.of(department.getId(), department.get(n)))
			.toList();
	}

	private static void inWrites(Map<String, Supplier<List<?>>> ours) {
		ours.put("update", () -> undone(() -> {
			employees.filter(BONUS.xor(LEVEL)).update(EMPLOYEE.title.set("X"));
			return ids(employees.orderBy("id").filter(EMPLOYEE.title.eq("X")));
		}));
		ours.put("update-related", () -> undone(() -> {
			employees.filter(MANAGER.xor(LEVEL)).update(EMPLOYEE.title.set("X"));
			return ids(employees.orderBy("id").filter(EMPLOYEE.title.eq("X")));
		}));
		ours.put("update-case", () -> undone(() -> {
			employees.all().update(EMPLOYEE.bonus.set(caseWhen(BONUS.xor(LEVEL), 9).otherwise(0)));
			return ids(employees.orderBy("id").filter(EMPLOYEE.bonus.eq(9)));
		}));
	}

	private static List<?> undone(Supplier<List<?>> work) {
		return orm.atomic().call(() -> {
			List<?> found = work.get();
			orm.atomic().setRollbackOnly();
			return found;
		});
	}

	private static void inManagers(Map<String, Supplier<List<?>>> ours) {
		Supplier<Employee> manager = () -> employees.orderBy("id")
			.filter(EMPLOYEE.reports().id.isNotNull())
			.first()
			.orElseThrow();
		ours.put("manager", () -> of(manager.get(),
				RelatedManager.of(manager.get(), EMPLOYEE.reports()).orderBy("id").filter(BONUS.xor(LEVEL))));
		ours.put("manager-excluded", () -> of(manager.get(),
				RelatedManager.of(manager.get(), EMPLOYEE.reports()).orderBy("id").exclude(BONUS.xor(LEVEL))));
		ours.put("manager-related", () -> {
			Department department = departments.orderBy("id")
				.filter(DEPARTMENT.employees().id.isNotNull())
				.first()
				.orElseThrow();
			return of(department,
					RelatedManager.of(department, DEPARTMENT.employees()).orderBy("id").filter(MANAGER.xor(REMOTE)));
		});
	}

	private static List<?> of(Model owner, QuerySet<Employee> rows) {
		return List.of(Objects.requireNonNull(owner.pk()), ids(rows));
	}

	private static void inFilters(Map<String, Supplier<List<?>>> ours) {
		ours.put("nested", () -> filtered(BONUS.xor(LEVEL).xor(REMOTE)));
		ours.put("nested-negated", () -> filtered(BONUS.xor(LEVEL.not()).not()));
		ours.put("nested-negated-inside", () -> filtered(BONUS.xor(LEVEL).not().xor(REMOTE)));
		ours.put("nested-in-or", () -> filtered(BONUS.xor(LEVEL).or(REMOTE.xor(LEVEL).not())));
		ours.put("nested-in-and", () -> filtered(BONUS.xor(LEVEL).and(REMOTE.xor(LEVEL)).not()));
		ours.put("excluded-nested", () -> ids(employees.orderBy("id").exclude(BONUS.xor(LEVEL).xor(REMOTE.not()))));
		ours.put("outer-join", () -> filtered(MANAGER.xor(LEVEL)));
		ours.put("outer-join-negated", () -> filtered(MANAGER.xor(LEVEL).not()));
		ours.put("outer-join-excluded", () -> ids(employees.orderBy("id").exclude(MANAGER.xor(LEVEL))));
		ours.put("to-many", () -> filtered(TASKS.xor(LEVEL)));
		ours.put("to-many-excluded", () -> ids(employees.orderBy("id").exclude(TASKS.xor(LEVEL))));
		ours.put("three", () -> filtered(BONUS.xor(LEVEL).xor(REMOTE)));
		ours.put("empty-part", () -> filtered(NOTHING.xor(LEVEL)));
		ours.put("full-part", () -> filtered(NOTHING.not().xor(LEVEL)));
	}

	private static List<?> filtered(Condition<Employee> condition) {
		return ids(employees.orderBy("id").filter(condition));
	}

	private static void inQuerysets(Map<String, Supplier<List<?>>> ours) {
		QuerySet<Employee> level = employees.filter(LEVEL);
		ours.put("querysets", () -> sorted(employees.filter(BONUS).xor(level)));
		ours.put("querysets-excluded", () -> sorted(employees.exclude(BONUS).xor(level)));
		ours.put("querysets-related", () -> sorted(employees.filter(MANAGER).xor(level)));
		ours.put("querysets-nested", () -> sorted(employees.filter(BONUS).xor(level).xor(employees.exclude(REMOTE))));
	}

	private static List<?> sorted(QuerySet<Employee> rows) {
		return ids(rows.orderBy("id"));
	}

}
