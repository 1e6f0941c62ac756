package dev.orm.typing;

import java.util.List;
import java.util.stream.LongStream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Department;
import dev.orm.acceptance.shop.Enrollment;
import dev.orm.acceptance.shop.Event;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Seat;
import dev.orm.acceptance.shop.Tag;
import dev.orm.error.QueryValueException;
import dev.orm.test.Queries;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.DepartmentPath.DEPARTMENT;
import static dev.orm.acceptance.shop.EventPath.EVENT;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.TagPath.TAG;
import static dev.orm.expression.Aggregates.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whether rows have an order, and every n-th of them. */
class OrderedTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Product> products = orm.manager(Product.class);

	private static final Manager<Tag> tags = orm.manager(Tag.class);

	private static final Manager<Seat> seats = orm.manager(Seat.class);

	@Test
	void theOrderingOfTheModelOrders() {
		assertThat(products.all().ordered()).isTrue();
		assertThat(products.orderBy().ordered()).isFalse();
		assertThat(tags.all().ordered()).isFalse();
		assertThat(tags.orderBy(TAG.name.asc()).ordered()).isTrue();
		assertThat(tags.none().ordered()).isTrue();
		assertThat(orm.manager(Event.class).dates("day", "year").ordered()).isTrue();
	}

	@Test
	void theOrderingOfTheModelDoesNotOrderGroups() {
		var grouped = products.annotate(count(PRODUCT.reviews()).as("n"));
		assertThat(grouped.ordered()).isFalse();
		assertThat(grouped.orderBy("n").ordered()).isTrue();
	}

	@Test
	void combinedRowsHaveTheOrderingOfTheModelNotThatOfTheirMembers() {
		assertThat(products.union(products.all()).ordered()).isTrue();
		assertThat(tags.orderBy("name").union(tags.all()).ordered()).isFalse();
		assertThat(tags.union(tags.all()).orderBy("name").ordered()).isTrue();
		var groups = products.values("category").annotate(count().as("n"));
		assertThat(groups.union(groups).ordered()).isFalse();
		assertThat(tags.all().and(tags.orderBy("name")).ordered()).isTrue();
	}

	@Test
	void aUniqueColumnOrdersTotally() {
		Queries.expect(0, () -> {
			assertThat(products.all().totallyOrdered()).isFalse();
			assertThat(products.orderBy("name", "-pk").totallyOrdered()).isTrue();
			assertThat(products.orderBy(PRODUCT.name.asc(), PRODUCT.id.desc()).totallyOrdered()).isTrue();
			assertThat(products.orderBy("name", "?").totallyOrdered()).isFalse();
			assertThat(tags.orderBy("name").totallyOrdered()).isTrue();
			assertThat(tags.orderBy(TAG.name.lower().asc()).totallyOrdered()).isFalse();
			assertThat(tags.none().totallyOrdered()).isFalse();
			return tags.orderBy("products__id").totallyOrdered();
		});
	}

	@Test
	void columnsThatAreUniqueTogetherOrderTotally() {
		assertThat(seats.orderBy("hall").totallyOrdered()).isFalse();
		assertThat(seats.orderBy("number", "hall").totallyOrdered()).isTrue();
		Manager<Enrollment> enrollments = orm.manager(Enrollment.class);
		assertThat(enrollments.orderBy("studentId", "courseId").totallyOrdered()).isTrue();
		assertThat(enrollments.orderBy("student", "course").totallyOrdered()).as("orderings of the targets").isFalse();
		assertThat(orm.manager(Department.class).orderBy(DEPARTMENT.rank.asc(), DEPARTMENT.name.asc()).totallyOrdered())
			.isFalse();
		assertThat(orm.manager(Event.class).orderBy(EVENT.code.asc()).totallyOrdered()).isFalse();
	}

	@Test
	void everyNthRowOfASliceIsRead() {
		List<Long> ids = products.orderBy("id").flat(PRODUCT.id).list();
		// tag::step[]
		List<Product> everyThird = products.orderBy(PRODUCT.id.asc()).slice(0, 10L, 3);
		// end::step[]
		assertThat(everyThird).extracting(Product::getId)
			.containsExactlyElementsOf(LongStream.of(0, 3, 6, 9)
				.filter((at) -> at < ids.size())
				.mapToObj((at) -> ids.get((int) at))
				.toList());
		var ordered = products.orderBy("id").flat(PRODUCT.id);
		assertThat(ordered.slice(1, 4L, -1)).containsExactly(ids.get(3), ids.get(2), ids.get(1));
		assertThat(ordered.slice(1, null, Integer.MAX_VALUE)).containsExactly(ids.get(1));
		assertThat(ordered.slice(2, 2L, 1)).isEmpty();
		assertThat(Queries.count(() -> ordered.slice(0, 4L, 2))).isEqualTo(1);
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> ordered.slice(0, 4L, 0))
			.withMessageContaining("step");
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> ordered.slice(-1, 4L, 2));
	}

}
