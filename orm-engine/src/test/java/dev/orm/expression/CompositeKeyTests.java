package dev.orm.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Seat;
import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Keys of several columns in the select list and in subqueries. */
class CompositeKeyTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Seat> seats = orm.manager(Seat.class);

	@Test
	void aKeyIsSelectedAsAListOfItsParts() {
		assertThat(seats.orderBy("pk").limit(2).values("pk", "price").list()).map((row) -> row.get("pk"))
			.containsExactly(List.of("A", 1), List.of("A", 2));
		assertThat(seats.orderBy("pk").values("price", "pk").first().orElseThrow().get("price"))
			.isEqualTo(new BigDecimal("10.00"));
	}

	@Test
	void aKeyIsFlat() {
		assertThat(seats.filter("price", 10).orderBy("pk").flat("pk").list()).contains(List.of("A", 1),
				List.of("A", 11));
	}

	@Test
	void keysAreMembersOfASubquery() {
		long cheap = seats.filter("price", 10).count();
		assertThat(seats.filter("pk__in", seats.filter("price", 10).values("pk")).count()).isEqualTo(cheap);
		assertThat(seats.exclude("pk__in", seats.filter("price", 10).values("pk")).count())
			.isEqualTo(seats.all().count() - cheap);
	}

	@Test
	void aKeyIsCountedAndNotAggregatedOtherwise() {
		assertThat(seats.aggregate(Map.of("n", Aggregates.count("pk"))).get("n")).isEqualTo(seats.all().count());
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> seats.aggregate(Map.of("n", Aggregates.max("pk"))))
			.withMessageContaining("Max does not take a key of several columns");
	}

	@Test
	void rowsAreDistinctByTheKey() {
		assertThat(seats.distinct("pk").orderBy("pk").list()).hasSize((int) seats.all().count());
		assertThat(seats.values("pk").distinct().count()).isEqualTo(seats.all().count());
	}

	@Test
	void valuesAreReadByTheKey() {
		assertThat(seats.values("price").inBulk(List.of(List.of("A", 1))).get(List.of("A", 1)).get("price"))
			.isEqualTo(new BigDecimal("10.00"));
	}

	@Test
	void allValuesHaveNoKeyToReadThemBy() {
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> seats.values().inBulk())
			.withMessageContaining("inBulk() needs 'pk' among the values");
	}

	@Test
	void aPlainFieldCannotBePrefetched() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> seats.prefetchRelated("price").list())
			.withMessageContaining("does not resolve to an item that supports prefetching");
	}

	@Test
	void conflictsOnTheKeyNameItsParts() {
		Seat seat = seats.get("pk", List.of("A", 1));
		seat.setPrice(new BigDecimal("99.00"));
		for (List<String> unique : List.of(List.of("pk"), List.of("pk", "hall"))) {
			try (QueryLog log = QueryLog.start()) {
				assertThatExceptionOfType(QueryValueException.class).isThrownBy(
						() -> seats.bulkCreate(List.of(seat), (how) -> how.updatingConflicts(unique, List.of("price"))))
					.withMessageContaining("only be used with concrete fields in uniqueFields")
					.withMessageContaining("Name them: hall, number");
				assertThat(log.count()).isZero();
			}
		}
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> seats.bulkCreate(List.of(seat),
				(how) -> how.updatingConflicts(List.of("hall", "number"), List.of("pk"))));
		seats.bulkCreate(List.of(seat), (how) -> how.updatingConflicts(List.of("hall", "number"), List.of("price")));
		assertThat(seats.get("pk", List.of(seat.getHall(), seat.getNumber())).getPrice())
			.isEqualTo(new BigDecimal("99.00"));
		database.execute("UPDATE shop_seat SET price = 10 WHERE price = 99");
	}

	@Test
	void aKeyOrdersByEachOfItsParts() {
		List<Seat> ordered = seats.orderBy("hall", "number").list();
		List<Seat> turned = seats.orderBy("-hall", "-number").list();
		assertThat(seats.orderBy(F.of("pk").desc()).list()).isEqualTo(turned);
		assertThat(seats.latest("pk")).isEqualTo(seats.distinct("pk").latest("pk")).isEqualTo(turned.get(0));
		assertThat(seats.earliest("pk")).isEqualTo(seats.distinct("pk").earliest("pk")).isEqualTo(ordered.get(0));
		var named = seats.annotate("key", F.of("pk"));
		assertThat(named.orderBy("-key").list()).isEqualTo(turned);
		assertThat(named.distinct("key").orderBy("key").list()).isEqualTo(ordered);
		assertThat(named.distinct("pk").latest("key")).isEqualTo(turned.get(0));
		assertThat(named.alias("hidden", F.of("pk")).distinct("hidden").latest("hidden")).isEqualTo(turned.get(0));
	}

	@Test
	void combinedRowsAreOrderedByEachPart() {
		var halls = seats.filter("hall", "A").union(seats.filter("hall", "B"));
		List<Seat> ordered = seats.filter("hall__in", List.of("A", "B")).orderBy("-hall", "-number").list();
		assertThat(halls.orderBy("-pk").list()).isEqualTo(ordered);
		assertThat(halls.orderBy("-pk").first()).contains(ordered.get(0));
		var keys = seats.values("price", "pk").union(seats.values("price", "pk"));
		assertThat(keys.orderBy("-pk").list().get(0).get("pk"))
			.isEqualTo(seats.orderBy("-pk").flat("pk").first().get());
		assertThat(keys.orderBy("price", "pk").list().get(0).get("price"))
			.isEqualTo(seats.orderBy("price", "pk").first().orElseThrow().getPrice());
	}

	@Test
	void aKeyHasNoRange() {
		List<List<Object>> ends = List.of(List.of("A", 1), List.of("A", 2));
		try (QueryLog log = QueryLog.start()) {
			for (var query : List.of(seats.filter("pk__range", ends), seats.exclude("pk__range", ends))) {
				assertThatExceptionOfType(FieldException.class).isThrownBy(query::list)
					.withMessageContaining("Unsupported lookup 'range'")
					.withMessageContaining("Choices: exact, gt, gte, in, isnull, lt, lte");
			}
			assertThat(log.count()).isZero();
		}
		assertThat(seats.filter("pk__gte", ends.get(0)).filter("pk__lte", ends.get(1)).count()).isEqualTo(2);
	}

}
