package dev.orm.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Seat;
import dev.orm.error.OrmException;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.coalesce;
import static dev.orm.Functions.exists;
import static dev.orm.Functions.greatest;
import static dev.orm.Functions.jsonObject;
import static dev.orm.Functions.outer;
import static dev.orm.Functions.subquery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Keys of several columns as expressions, and expressions in them. */
class WholeKeyTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Seat> seats = orm.manager(Seat.class);

	private static void refuses(String message, Supplier<?> work) {
		try (QueryLog log = QueryLog.start()) {
			assertThatExceptionOfType(OrmException.class).isThrownBy(work::get).withMessageContaining(message);
			assertThat(log.count()).isZero();
		}
	}

	@Test
	void partsOfAKeyMayBeExpressions() {
		long firsts = seats.filter("number", 1).count();
		assertThat(seats.filter("pk__in", List.of(List.of(F.of("hall"), 1))).count()).isEqualTo(firsts);
		assertThat(seats.filter("pk__in", Set.of(List.of(F.of("hall"), 1))).count()).isEqualTo(firsts);
		assertThat(seats.filter("pk__in", List.of(List.of(F.of("hall"), 1), List.of("A", 2))).count())
			.isEqualTo(firsts + 1);
		assertThat(seats.exclude("pk__in", List.of(List.of(F.of("hall"), 1))).count())
			.isEqualTo(seats.all().count() - firsts);
		assertThat(seats.filter("pk__in", List.of(F.of("pk"))).count()).isEqualTo(seats.all().count());
		assertThat(seats.filter("pk", List.of(F.of("hall"), 1)).count()).isEqualTo(firsts);
		assertThat(seats.filter("pk__gte", List.of(F.of("hall"), 2)).count()).isEqualTo(seats.all().count() - firsts);
	}

	@Test
	void aKeyIsComparedWithAKey() {
		assertThat(seats.filter("pk", F.of("pk")).count()).isEqualTo(seats.all().count());
		assertThat(seats.filter(exists(seats.filter("pk", outer("pk")))).count()).isEqualTo(seats.all().count());
		assertThat(seats.filter("pk", seats.orderBy("pk").values("pk").slice(0, 1)).get().getNumber()).isEqualTo(1);
		String parts = "needs a list of 2 parts, or a record of parts of their names";
		refuses(parts, () -> seats.filter("pk__in", List.of(F.of("price"))).count());
		refuses(parts, () -> seats.filter("pk__in", List.of(List.of(F.of("hall"), 1, 2))).count());
		refuses(parts, () -> seats.filter("pk", F.of("price")).count());
	}

	@Test
	void oneColumnIsNotComparedWithAKey() {
		String several = "lookup of one column does not take a key of several columns. hint: name one of its parts";
		refuses("The 'exact' " + several, () -> seats.filter("price", F.of("pk")).count());
		refuses("The 'gt' " + several, () -> seats.filter("price__gt", F.of("pk")).count());
		refuses("The 'in' " + several, () -> seats.filter("price__in", List.of(F.of("pk"))).count());
		refuses("The 'range' " + several, () -> seats.filter("price__range", List.of(F.of("pk"), 3)).count());
		refuses("The 'contains' " + several, () -> seats.filter("hall__contains", F.of("pk")).count());
		refuses("The 'exact' " + several, () -> seats.filter(exists(seats.filter("price", outer("pk")))).count());
	}

	@Test
	void anExpressionHasOneValue() {
		String several = "does not take a key of several columns. hint: name one of its parts";
		refuses("Coalesce " + several, () -> seats.annotate("k", coalesce(F.of("pk"), F.of("hall"))).list());
		refuses("Greatest " + several, () -> seats.annotate("k", greatest(F.of("pk"), F.of("pk"))).list());
		refuses("JSONObject " + several, () -> seats.annotate("k", jsonObject(Map.of("a", F.of("pk")))).list());
		refuses("Arithmetic " + several, () -> seats.annotate("k", F.of("pk").plus(1)).list());
		refuses("Arithmetic " + several, () -> seats.filter("price", F.of("pk").plus(1)).list());
		refuses("A subquery must select one column",
				() -> seats.annotate("k", subquery(seats.values("pk").slice(0, 1))).list());
	}

	@Test
	void aColumnIsNotSetToAKey() {
		refuses("Seat.price does not take a key of several columns", () -> seats.update("price", F.of("pk")));
		refuses("Seat.hall does not take a key of several columns", () -> seats.update(Map.of("hall", F.of("pk"))));
	}

}
