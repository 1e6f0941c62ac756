package dev.orm.column;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.Offer.Size;
import dev.orm.column.Shipment.Address;
import dev.orm.column.Shipment.City;
import dev.orm.column.Shipment.Point;
import dev.orm.error.FieldException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.count;
import static dev.orm.column.OfferPath.OFFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What goes by the path of an embedded record goes by its name as well. */
class RecordsByNameTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Offer.class, Shipment.class));

	private static final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Offer.class, Shipment.class))
		.build();

	private static final Money EUROS = Money.of("9.50", "EUR");

	private static final Money FRANCS = Money.of("7.00", "CHF");

	private final Manager<Offer> offers = orm.manager(Offer.class);

	private final Manager<Shipment> shipments = orm.manager(Shipment.class);

	private final Offer full = new Offer(EUROS, Money.of("12.00", "EUR"), new Size(3, 4));

	private final Offer bare = new Offer(FRANCS, null, null);

	@BeforeEach
	void store() {
		database.truncate("offer", "shipment");
		this.offers.bulkCreate(List.of(this.full, this.bare));
	}

	private static String sql(Runnable work) {
		return String.join("\n", QueryLog.capture(work).statements());
	}

	@Test
	void theSqlIsThatOfThePath() {
		assertThat(sql(() -> this.offers.filter("price", EUROS).list()))
			.isEqualTo(sql(() -> this.offers.filter(OFFER.price.eq(EUROS)).list()));
		assertThat(sql(() -> this.offers.exclude("before", EUROS).list()))
			.isEqualTo(sql(() -> this.offers.exclude(OFFER.before.eq(EUROS)).list()));
		assertThat(sql(() -> this.offers.filter("before", null).list()))
			.isEqualTo(sql(() -> this.offers.filter(OFFER.before.isNull()).list()));
	}

	@Test
	void recordsAreComparedAsAWhole() {
		assertThat(this.offers.filter("price", Money.of("9.5", "EUR")).list()).containsExactly(this.full);
		assertThat(this.offers.filter("price__exact", FRANCS).list()).containsExactly(this.bare);
		assertThat(this.offers.filter("size", new Size(3, 5)).list()).isEmpty();
		assertThat(this.offers.exclude("price", EUROS).list()).containsExactly(this.bare);
		assertThat(this.offers.exclude("before", Money.of("12.00", "EUR")).list()).containsExactly(this.bare);
		assertThat(this.offers.filter(Q.of("price", FRANCS).or(Q.of("size", new Size(3, 4)))).count()).isEqualTo(2);
	}

	@Test
	void aRecordIsThereOrNot() {
		assertThat(this.offers.filter("before", null).list()).containsExactly(this.bare);
		assertThat(this.offers.filter("before__isnull", true).list()).containsExactly(this.bare);
		assertThat(this.offers.filter("before__isnull", false).list()).containsExactly(this.full);
		assertThat(this.offers.exclude("before__isnull", true).list()).containsExactly(this.full);
		assertThat(this.offers.exclude("before__isnull", false).list()).containsExactly(this.bare);
	}

	@Test
	void oneTextServesRecordsWithTheSamePartsOnly() {
		Shipment here = new Shipment(new Address("Elm", new City("Bonn", new Point(1, 2))), null);
		Shipment there = new Shipment(new Address("Elm", new City("Bonn", null)), null);
		this.shipments.bulkCreate(List.of(here, there));
		for (int i = 0; i < 2; i++) {
			assertThat(this.shipments.filter("sender", new Address("Elm", new City("Bonn", new Point(1, 2)))).list())
				.containsExactly(here);
			assertThat(this.shipments.filter("sender", new Address("Elm", new City("Bonn", null))).list())
				.containsExactly(there);
			assertThat(this.shipments.filter("sender", new Address("Oak", new City("Bonn", null))).list()).isEmpty();
			assertThat(this.shipments.filter("sender__city", new City("Bonn", null)).list()).containsExactly(there);
			assertThat(this.shipments.exclude("sender__city__point", new Point(1, 2)).list()).containsExactly(there);
		}
	}

	@Test
	void recordsAreAmongOthersByOneText() {
		QueryLog log = QueryLog.capture(() -> {
			assertThat(this.offers.filter("price__in", List.of(EUROS, Money.of("1", "USD"))).list())
				.containsExactly(this.full);
			assertThat(this.offers.filter("price__in", List.of(EUROS, FRANCS, FRANCS)).count()).isEqualTo(2);
		});
		assertThat(log.statements().get(0)).contains("UNNEST(");
		assertThat(this.offers.exclude("before__in", List.of(Money.of("12.00", "EUR"))).list())
			.containsExactly(this.bare);
		assertThat(this.offers.filter("price__in", List.of()).list()).isEmpty();
		assertThat(this.offers.filter("price__in", this.offers.filter(OFFER.size.isNull()).values("price")).list())
			.containsExactly(this.bare);
	}

	@Test
	void recordsOfARowAreComparedWithEachOther() {
		this.offers.filter("pk", this.full.getId()).update("before", F.of("price"));
		assertThat(this.offers.filter("before", F.of("price")).list()).containsExactly(this.full);
	}

	@Test
	void recordsAreReadAsAWhole() {
		assertThat(this.offers.orderBy("title", "id").values("price").list()).extracting((row) -> row.get("price"))
			.containsExactly(EUROS, FRANCS);
		assertThat(this.offers.orderBy("id").flat("before").list())
			.isEqualTo(Arrays.asList(this.full.getBefore(), null));
		assertThat(this.offers.orderBy("id").values("id", "size").as(Part.class))
			.containsExactly(new Part(this.full.getId(), new Size(3, 4)), new Part(this.bare.getId(), null));
		assertThat(this.offers.values("price").annotate(count().as("n")).filter("n", 1).list()).hasSize(2);
	}

	/** A row. */
	record Part(Long id, @Nullable Size size) {

	}

	@Test
	void recordsInRecordsAreReadToo() {
		Address sender = new Address("Elm", new City("Bonn", new Point(1, 2)));
		this.shipments.save(new Shipment(sender, new Address("Oak", new City("Rome", null))));
		assertThat(this.shipments.values("sender", "receiver__city").list()).singleElement()
			.satisfies((row) -> assertThat(row.get("sender")).isEqualTo(sender))
			.satisfies((row) -> assertThat(row.get("receiver__city")).isEqualTo(new City("Rome", null)));
	}

	@Test
	void rowsAreOrderedByTheColumnsOfARecord() {
		assertThat(this.offers.orderBy("price").list()).containsExactly(this.bare, this.full);
		assertThat(this.offers.orderBy("-price").list()).containsExactly(this.full, this.bare);
	}

	@Test
	void recordsAreAssignedAsAWhole() {
		assertThat(this.offers.all().update("before", EUROS)).isEqualTo(2);
		assertThat(this.offers.get(this.bare.getId()).getBefore()).isEqualTo(EUROS);
		Map<String, @Nullable Object> none = new HashMap<>();
		none.put("before", null);
		none.put("size", new Size(1, 2));
		this.offers.all().update(none);
		assertThat(this.offers.get(this.full.getId())).returns(null, Offer::getBefore)
			.returns(new Size(1, 2), Offer::getSize);
		assertThat(this.offers.create(Map.of("price", FRANCS)).getPrice()).isEqualTo(FRANCS);
	}

	@Test
	void oneIsFoundOrMadeByItsRecord() {
		Money price = Money.of("3.00", "EUR");
		AtomicInteger asked = new AtomicInteger();
		Supplier<Size> size = () -> new Size(asked.incrementAndGet(), 1);
		for (int i = 0; i < 2; i++) {
			assertThat(this.offers.getOrCreate(Map.of("price", price), Map.of("size", size)).instance().getSize())
				.isEqualTo(new Size(1, 1));
		}
		assertThat(asked).hasValue(1);
		assertThat(this.offers.updateOrCreate(Map.of("price", price), Map.of("before", FRANCS)).instance().getBefore())
			.isEqualTo(FRANCS);
		assertThat(this.offers.filter("price", price).filter("before", FRANCS).count()).isOne();
	}

	@Test
	void whatIsNoSuchRecordIsRefusedBeforeAnySql() {
		assertThat(sql(() -> {
			assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> this.offers.filter("price", 5).list())
				.withMessageContaining("Offer.price is a Money");
			assertThatExceptionOfType(QueryValueException.class)
				.isThrownBy(() -> this.offers.filter("price", new Size(1, 2)).list())
				.withMessageContaining("not Size");
			assertThatExceptionOfType(QueryValueException.class)
				.isThrownBy(() -> this.offers.filter("price__in", List.of(5)).list());
			assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> this.offers.all().update("price", 5));
			assertThatExceptionOfType(QueryValueException.class)
				.isThrownBy(() -> this.offers.all().update("price", F.of("id").plus(1)));
			assertThatExceptionOfType(FieldException.class)
				.isThrownBy(() -> this.offers.filter("price__gt", EUROS).list());
			assertThatExceptionOfType(FieldException.class)
				.isThrownBy(() -> this.offers.filter("price__amout", BigDecimal.ONE).list());
			assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.offers.values("price__amout").list());
		})).isEmpty();
	}

}
