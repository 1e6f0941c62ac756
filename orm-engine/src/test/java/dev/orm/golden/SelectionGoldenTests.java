package dev.orm.golden;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Customer;
import dev.orm.acceptance.shop.Depot;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.Event;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.ProductMeta;
import dev.orm.acceptance.shop.Seat;
import dev.orm.acceptance.shop.User;
import dev.orm.acceptance.shop.Video;
import dev.orm.expression.F;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.DepotPath.DEPOT;
import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.acceptance.shop.ProductMetaPath.PRODUCT_META;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.SeatPath.SEAT;
import static dev.orm.acceptance.shop.UserPath.USER;
import static dev.orm.expression.Expressions.caseWhen;
import static dev.orm.expression.Expressions.raw;
import static dev.orm.expression.Functions.coalesce;
import static org.assertj.core.api.Assertions.assertThat;

/** Which columns are selected, in which order and how often. */
class SelectionGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Product> products = orm.manager(Product.class);

	private final Manager<Depot> depots = orm.manager(Depot.class);

	private final Manager<Employee> employees = orm.manager(Employee.class);

	private final Manager<Seat> seats = orm.manager(Seat.class);

	@Test
	void instancesSelectTheirColumns() {
		Golden.check("selection/instances", () -> this.products.all().list());
	}

	@Test
	void onlySelectsTheKeyToo() {
		Golden.check("selection/only", () -> this.products.only(PRODUCT.name, PRODUCT.price).list());
	}

	@Test
	void deferLeavesColumnsOut() {
		Golden.check("selection/defer", () -> this.products.defer(PRODUCT.description, PRODUCT.createdAt).list());
	}

	@Test
	void relatedRowsAreSelectedByJoins() {
		Golden.check("selection/related", () -> this.products.selectRelated(PRODUCT.category()).list());
	}

	@Test
	void relatedRowsBehindNullableRelationsAreJoinedOuter() {
		Golden.check("selection/related-nullable",
				() -> this.depots.selectRelated(DEPOT.city().country(), DEPOT.backupCity()).list());
	}

	@Test
	void aConditionOnASelectedNullableRelationMakesItsJoinInner() {
		Golden.check("selection/related-filtered",
				() -> this.depots.selectRelated(DEPOT.city()).filter(DEPOT.city().name.gt("A")).list());
	}

	@Test
	void theOtherSideOfAOneToOneRelationIsSelected() {
		Golden.check("selection/related-reverse",
				() -> orm.manager(User.class).selectRelated(USER.customer()).filter(USER.isActive.isTrue()).list());
	}

	@Test
	void columnsOfSelectedRelationsAreDeferred() {
		Golden.check("selection/related-only",
				() -> this.products.selectRelated(PRODUCT.category())
					.only(PRODUCT.name, PRODUCT.category().name)
					.list());
	}

	@Test
	void relatedRowsOfAChildTableReadItsParentToo() {
		Golden.check("selection/related-inherited", () -> orm.manager(Video.class).selectRelated("related").list());
	}

	@Test
	void valuesFollowRelations() {
		Golden.check("selection/values",
				() -> this.depots.values("name", "city__name", "city__country__name", "city").list());
	}

	@Test
	void valuesOfAToManyRelationMultiplyRows() {
		Golden.check("selection/values-to-many",
				() -> this.products.filter(PRODUCT.tags().id.gt(1L)).values("name", "tags__name").list());
	}

	@Test
	void distinctDropsDuplicateRows() {
		Golden.check("selection/distinct",
				() -> this.products.values("category").distinct().orderBy("category").list());
	}

	@Test
	void distinctOnKeepsTheFirstRowOfEachValue() {
		Golden.check("selection/distinct-on",
				() -> this.products.orderBy("category__name", "-price", "id").distinct("category__name").list());
	}

	@Test
	void expressionsAreSelectedAndReused() {
		Golden.check("selection/annotations", () -> this.employees
			.annotate(EMPLOYEE.salary.plus(coalesce(EMPLOYEE.bonus, 0)).as("total"))
			.annotate("grade",
					caseWhen(EMPLOYEE.level.gte(5), "senior").when(EMPLOYEE.level.gte(3), "middle").otherwise("junior"))
			.filter("total__gt", 1000)
			.orderBy("-total", "name")
			.values("name", "total", "grade")
			.list());
	}

	@Test
	void anAliasIsNotSelected() {
		Golden.check("selection/alias",
				() -> this.employees.alias(EMPLOYEE.salary.times(2).as("twice"))
					.filter("twice__lt", 5000)
					.flat("name")
					.list());
	}

	@Test
	void nullsAndRandomOrder() {
		Golden.check("selection/ordering",
				() -> this.employees.orderBy(EMPLOYEE.bonus.desc().nullsLast(), EMPLOYEE.title.asc().nullsFirst())
					.reverse()
					.flat("name")
					.list());
		Golden.check("selection/random", () -> this.employees.orderBy("?").flat("name").list());
	}

	@Test
	void firstAndLastNeedAnOrder() {
		Golden.check("selection/first", () -> this.depots.first());
		Golden.check("selection/last", () -> this.products.last());
		Golden.check("selection/latest", () -> this.products.latest("updatedAt", "id"));
		Golden.check("selection/get", () -> this.products.get(PRODUCT.id.eq(1L)));
		Golden.check("selection/at", () -> this.products.orderBy("id").at(3));
	}

	@Test
	void aLimitThatCannotCutIsLeftOut() {
		Golden.check("selection/limit-of-a-key",
				() -> this.products.filter(PRODUCT.id.eq(1L)).selectRelated(PRODUCT.category()).first());
		Golden.check("selection/limit-of-many",
				() -> this.products.filter("id", 1).filter("reviews__rating", 5).first());
		Golden.check("selection/limit-of-either",
				() -> this.products.filter(PRODUCT.id.eq(1L).or(PRODUCT.name.eq("x"))).first());
		Golden.check("selection/limit-of-a-computed-key",
				() -> this.products.filter("id", F.of("stockQuantity")).first());
	}

	@Test
	void aRowThatUnfoldsIsCut() {
		var unfolded = this.products.filter(PRODUCT.id.eq(1L)).annotate("n", raw("unnest(ARRAY[1, 2, 3])"));
		assertThat(unfolded.list()).hasSize(3);
		assertThat(unfolded.limit(2).list()).hasSize(2);
		assertThat(this.products.filter(PRODUCT.id.eq(1L)).orderBy(raw("unnest(ARRAY[1, 2, 3])")).limit(2).list())
			.hasSize(2);
	}

	@Test
	void aCompositeKeyIsComparedAsARow() {
		Golden.check("selection/composite-key", () -> this.seats.filter("pk", List.of("A", 1)).orderBy("-pk").list());
		Golden.check("selection/composite-key-in",
				() -> this.seats.filter("pk__in", List.of(List.of("A", 1), List.of("B", 2)))
					.exclude(SEAT.price.gt(10))
					.list());
		Golden.check("selection/composite-key-greater", () -> this.seats.filter("pk__gt", List.of("A", 1)).count());
	}

	@Test
	void datesAreTruncatedAndDistinct() {
		Golden.check("selection/dates", () -> orm.manager(Event.class).dates("day", "month", true).list());
		Golden.check("selection/datetimes",
				() -> orm.manager(Event.class).datetimes("startsAt", "hour", false, "Europe/Paris").list());
	}

	@Test
	void aKeyIsAlsoARelation() {
		Golden.check("selection/one-to-one-key",
				() -> orm.manager(ProductMeta.class).filter(PRODUCT_META.product.eq(1L)).list());
		Golden.check("selection/reverse-one-to-one",
				() -> orm.manager(Customer.class).values("user__username", "review__rating").distinct().list());
	}

}
