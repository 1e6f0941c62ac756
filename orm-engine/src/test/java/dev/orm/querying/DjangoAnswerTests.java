package dev.orm.querying;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.OrderItem;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Task;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Aggregates.aggregate;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.max;
import static dev.orm.expression.Aggregates.min;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.Expressions.caseWhen;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.filteredRelation;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.Expressions.value;
import static dev.orm.expression.Functions.coalesce;
import static dev.orm.expression.functions.TextFunctions.concat;
import static dev.orm.expression.functions.Windows.lag;
import static dev.orm.expression.functions.Windows.over;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What Django answers where other answers lie near: each was asked for by Django 6.1 on
 * PostgreSQL.
 */
class DjangoAnswerTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Employee> employees = orm.manager(Employee.class);

	private final Manager<Product> products = orm.manager(Product.class);

	private final Manager<Category> categories = orm.manager(Category.class);

	@Test
	void xorLeavesTheJoinsOfItsPartsAsTheyAre() {
		String xor = this.employees
			.filter(EMPLOYEE.manager().bonus.gt(1).and(EMPLOYEE.level.gt(1)).xor(EMPLOYEE.level.lt(4)))
			.toSql();
		String or = this.employees
			.filter(EMPLOYEE.manager().bonus.gt(1).and(EMPLOYEE.level.gt(1)).or(EMPLOYEE.level.lt(4)))
			.toSql();
		assertThat(xor).contains("INNER JOIN");
		assertThat(or).contains("LEFT OUTER JOIN");
		assertThat(this.employees.filter(EMPLOYEE.manager().bonus.gt(1))
			.xor(this.employees.filter(EMPLOYEE.level.gt(1)))
			.toSql()).contains("INNER JOIN");
	}

	@Test
	void xorCountsWhatIsUnknownAsWhatDoesNotHold() {
		long bonus = this.employees.filter(EMPLOYEE.bonus.gt(100)).count();
		long unknown = this.employees.filter(EMPLOYEE.bonus.isNull()).count();
		assertThat(unknown).isPositive();
		assertThat(this.employees.filter(EMPLOYEE.bonus.gt(100).xor(EMPLOYEE.id.gt(0L))).count())
			.isEqualTo(this.employees.count() - bonus);
	}

	@Test
	void aRelationThatValuesSelectIsOrderedByAsItIsSelected() {
		String sql = this.employees.values("department").annotate(count("id").as("n")).orderBy("-department").toSql();
		assertThat(sql).contains("ORDER BY \"t0\".\"department_id\" DESC").doesNotContain("JOIN");
		assertThat(this.employees.orderBy("-department").toSql()).contains("JOIN");
		assertThat(this.employees.values("departmentId").orderBy("departmentId").toSql()).doesNotContain("JOIN");
		assertThat(orm.manager(OrderItem.class).values("product").orderBy("-product").flat("product").list())
			.isSortedAccordingTo((one, other) -> Long.compare((Long) other, (Long) one));
	}

	@Test
	void theFirstOfEachRelatedRowIsFoundByTheSelectedKey() {
		String sql = this.employees.orderBy("manager", "id").distinct("manager").values("manager", "pk").toSql();
		assertThat(sql).contains("DISTINCT ON (\"t0\".\"manager_id\")")
			.contains("ORDER BY \"t0\".\"manager_id\" ASC, \"t0\".\"id\" ASC");
		assertThat(this.employees.orderBy("manager", "id").distinct("manager").values("manager", "pk").list())
			.hasSize((int) this.employees.orderBy().values("manager").distinct().count());
	}

	@Test
	void theOnlyRowOfASliceIsTaken() {
		assertThat(this.employees.orderBy("id").slice(3, 4).get(Map.of()).getId()).isEqualTo(4L);
		assertThat(this.employees.orderBy("id").slice(3, 4).get().getId()).isEqualTo(4L);
		assertThat(this.employees.orderBy("id").slice(3, 4).flat("id").get(Q.empty())).isEqualTo(4L);
		assertThatExceptionOfType(MultipleObjectsReturnedException.class)
			.isThrownBy(() -> this.employees.orderBy("id").slice(3, 5).get());
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.employees.orderBy("id").slice(3, 4).get(EMPLOYEE.id.eq(4L)))
			.withMessageContaining("once a slice has been taken");
	}

	@Test
	void whatComesFromTheQueryAroundIsNotGuardedAgainstNull() {
		String correlated = this.employees
			.filter(exists(orm.manager(Task.class).filter("employee", outer("pk")).exclude("status", outer("title"))))
			.toSql();
		assertThat(correlated).contains("NOT (\"u0\".\"status\" = \"t0\".\"title\")");
		String own = this.employees.exclude("email", F.of("title")).toSql();
		assertThat(own).contains("\"t0\".\"email\" IS NOT NULL AND \"t0\".\"title\" IS NOT NULL");
		String joined = this.employees.exclude("email__gt", F.of("manager__name")).toSql();
		assertThat(joined).contains("\"t0\".\"email\" IS NOT NULL").doesNotContain("\"name\" IS NOT NULL");
	}

	@Test
	void conditionsOfAMapAreTakenInTheOrderOfTheirNames() {
		Map<String, Object> lookups = new LinkedHashMap<>();
		lookups.put("reports__level", 1);
		lookups.put("email", "a");
		assertThat(this.employees.filter(lookups).toSql()).containsSubsequence("\"email\" = ", "\"level\" = ");
		assertThat(this.employees.exclude(lookups).toSql()).containsSubsequence("\"email\" = ", "EXISTS");
		assertThat(this.employees.filter(Q.of(lookups)).toSql()).containsSubsequence("\"email\" = ", "\"level\" = ");
	}

	@Test
	void aChoiceAmongValuesGoesWithTextOfAnyLength() {
		var suffix = caseWhen(EMPLOYEE.level.gt(3), "senior");
		assertThat(this.employees.annotate("label", concat(F.text("name"), value(" "), suffix)).list()).isNotEmpty();
		assertThat(this.employees.annotate("label", coalesce(F.of("title"), suffix.otherwise("junior"))).list())
			.isNotEmpty();
		assertThat(this.employees
			.annotate("label", caseWhen(EMPLOYEE.level.gt(4), F.of("title")).otherwise(suffix.otherwise("junior")))
			.list()).isNotEmpty();
	}

	@Test
	void anAnnotationThatIsEmptyByConstructionEqualsNothing() {
		var none = min("products__name").filter(Q.of("products__id__in", List.of()));
		long all = this.categories.count();
		assertThat(this.categories.annotate("first", none).exclude("first__contains", "a").count()).isEqualTo(all);
		assertThat(this.categories.annotate("first", none).exclude("first", "a").list()).hasSize((int) all);
		assertThat(this.categories.annotate("first", none).filter("first", "a").count()).isZero();
		assertThat(this.categories.annotate("first", none).filter("first__isnull", true).count()).isEqualTo(all);
		var counted = count("products").filter(Q.of("products__id__in", List.of()));
		assertThat(this.categories.annotate("n", counted).exclude("n", 1).count()).isEqualTo(all);
	}

	@Test
	void anAnnotationThatHappensToBeNullIsLostByExclude() {
		long withBonus = this.employees.filter(EMPLOYEE.bonus.isNotNull()).exclude(EMPLOYEE.bonus.gt(100)).count();
		long without = this.employees.filter(EMPLOYEE.bonus.isNull()).count();
		Manager<Employee> employees = this.employees;
		// tag::annotated[]
		long ofField = employees.exclude("bonus__gt", 100).count();
		long ofAnnotation = employees.annotate("b", F.of("bonus")).exclude("b__gt", 100).count();
		long withNull = employees.annotate("b", F.of("bonus"))
			.exclude(Q.of("b__gt", 100).and(Q.of("b__isnull", false)))
			.count();
		// end::annotated[]
		assertThat(ofField).isEqualTo(withBonus + without);
		assertThat(ofAnnotation).isEqualTo(withBonus);
		assertThat(withNull).isEqualTo(ofField);
		assertThat(this.employees.annotate("b", max("reports__bonus")).exclude("b__gt", 1_000_000).count())
			.isEqualTo(this.employees.annotate("b", max("reports__bonus")).filter("b__isnull", false).count());
	}

	@Test
	void aWindowThatHappensToBeNullIsLostByExclude() {
		var ranked = this.employees.annotate("before", over(lag(EMPLOYEE.id)).orderBy(EMPLOYEE.id.asc()));
		long all = this.employees.count();

		assertThat(ranked.filter("before__isnull", true).count()).isEqualTo(1);
		assertThat(ranked.exclude("before__gt", 1_000_000).count()).isEqualTo(all - 1);
		assertThat(ranked.filter(Q.of("before__gt", 1_000_000).not()).count()).isEqualTo(all - 1);
		assertThat(ranked.exclude(Q.of("before__gt", 1_000_000).and(Q.of("before__isnull", false))).count())
			.isEqualTo(all);
	}

	@Test
	void whateverAggregatesIsGroupedByTheColumnsBeside() {
		long names = this.products.orderBy().values(PRODUCT.category().name).distinct().count();
		assertThat(this.products.orderBy()
			.values(PRODUCT.category().name, caseWhen(count().gt(5), "many").otherwise("few"))
			.list()).hasSize((int) names);
		assertThat(this.products.orderBy().values(PRODUCT.category().name, count().gt(1)).list()).hasSize((int) names);
		assertThat(this.products.orderBy()
			.values(PRODUCT.category().name, coalesce(sum(PRODUCT.stockQuantity), value(0L)))
			.list()).hasSize((int) names);
	}

	@Test
	void aFilteredRelationIsJoinedOnceWhateverItsConditionHolds() {
		var chosen = filteredRelation("products", exists(this.products.filter("id", outer("products__pk"))));
		String sql = this.categories.annotate("chosen", chosen).annotate("n", count("chosen")).toSql();
		assertThat(sql).containsOnlyOnce("LEFT OUTER JOIN");
		assertThat(this.categories.annotate("chosen", chosen)
			.annotate("n", count("chosen"))
			.orderBy("id")
			.flat("n")
			.list()).isEqualTo(this.categories.annotate("n", count("products")).orderBy("id").flat("n").list());
		var same = filteredRelation("products", Q.of("products__id", F.of("products__id")));
		assertThat(this.categories.annotate("same", same).annotate("n", count("same")).toSql())
			.containsOnlyOnce("LEFT OUTER JOIN");
	}

	@Test
	void whatIsLeftOfASetOperationMayBeCutAndOrderedAgain() {
		var two = this.categories.orderBy("-id").slice(0, 2);
		List<Object> last = two.flat("id").list().stream().map(Object.class::cast).toList();
		for (var combined : List.of(two.union(this.categories.none()), two.unionAll(this.categories.none()),
				two.difference(this.categories.none()))) {
			assertThat(combined.slice(0, 1).list()).hasSize(1);
			assertThat(combined.orderBy("id").list()).extracting((row) -> (Object) row.getId())
				.containsExactlyInAnyOrderElementsOf(last)
				.isSorted();
			assertThat(combined.count()).isEqualTo(2);
			assertThat(combined.exists()).isTrue();
		}
		assertThat(this.categories.none().union(two).slice(0, 1).list()).hasSize(1);
	}

	@Test
	void twoHiddenColumnsOfAUnionAreTwoWhateverTheirHash() {
		var rows = this.products.filter("id__lt", 4).union(this.products.filter("id__gte", 4));
		assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
		String sql = rows.orderBy(coalesce(F.of("name"), value("Aa")).asc(), coalesce(F.of("name"), value("BB")).desc())
			.toSql();
		assertThat(sql).contains("__orderby_1").contains("__orderby_2");
	}

	@Test
	void anAggregateOfNothingIsRefused() {
		for (String name : List.of("Sum", "Avg", "Min", "StringAgg", "Count")) {
			assertThatExceptionOfType(IllegalQueryException.class)
				.isThrownBy(() -> this.products.aggregate(aggregate(name).as("x")))
				.withMessageContaining(name);
		}
	}

}
