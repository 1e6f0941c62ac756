package dev.orm.querying;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.Task;
import dev.orm.expression.Expression;
import dev.orm.expression.F;
import dev.orm.model.Model;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.querying.DjangoAnswers.ids;

/**
 * Negations whose right sides come from elsewhere: from the query around, through an
 * outer join, from many related rows. Beside Django 6.1's answers
 * ({@code django/negation.json}).
 */
class NegationAnswerTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Employee> employees = orm.manager(Employee.class);

	private static final Manager<Task> tasks = orm.manager(Task.class);

	private static final QuerySet<Employee> rows = employees.orderBy("id");

	@TestFactory
	Stream<DynamicTest> eachAnswerIsDjangos() {
		Map<String, Supplier<List<?>>> ours = new LinkedHashMap<>();
		ours.put("outer-reference", () -> ids(
				rows.filter(exists(tasks.filter("employee", outer("pk")).exclude("status", outer("title"))))));
		Expression<Model, Object> title = F.of("manager__title");
		ours.put("to-many-and-joined",
				() -> ids(rows.exclude(Map.of("reports__salary__lt", 50000, "email__gt", title))));
		ours.put("to-many-and-own",
				() -> ids(rows.exclude(Map.of("reports__salary__lt", 50000, "email__gt", F.of("title")))));
		ours.put("joined", () -> ids(rows.exclude("email__gt", title)));
		ours.put("joined-not-null", () -> ids(rows.exclude("email__gt", F.of("manager__name"))));
		ours.put("to-many-alone", () -> ids(rows.exclude("reports__salary__lt", 50000)));
		ours.put("to-many-right", () -> ids(rows.exclude("salary__lt", F.of("reports__salary"))));
		ours.put("outer-and-to-many", () -> ids(rows.filter(exists(employees.filter("pk", outer("pk"))
			.exclude(Map.of("reports__salary__lt", outer("salary"), "email__gt", title))))));
		return DjangoAnswers.compare("negation", ours);
	}

}
