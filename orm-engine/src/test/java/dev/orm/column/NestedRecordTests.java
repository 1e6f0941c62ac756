package dev.orm.column;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.orm.Attributes;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.Shipment.Address;
import dev.orm.column.Shipment.City;
import dev.orm.column.Shipment.Marks;
import dev.orm.column.Shipment.Point;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.FieldException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Expression;
import dev.orm.observe.QueryLog;
import dev.orm.row.StoredValueException;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.column.ShipmentPath.SHIPMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Records within records are columns of the one table. */
class NestedRecordTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Shipment.class));

	private final Manager<Shipment> shipments = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Shipment.class))
		.build()
		.manager(Shipment.class);

	private final Address home = new Address("Long Lane", new City("Bern", new Point(7.4, 46.9)));

	private final Address away = new Address("Short Street", new City("Basel", null));

	private final Shipment sent = new Shipment(this.home, this.away);

	private final Shipment kept = new Shipment(this.away, null);

	@BeforeEach
	void store() {
		database.truncate("shipment");
		this.shipments.bulkCreate(List.of(this.sent, this.kept));
	}

	private Shipment read(Shipment shipment) {
		return this.shipments.get(shipment.getId());
	}

	@Test
	void columnsBearTheNamesOfAllRecordsAround() {
		assertThat(ModelTables.schema(TypeRegistry.standard(), List.of(Shipment.class)).toString()).contains(
				"column shipment.sender_street varchar(80) not null",
				"column shipment.sender_city_name varchar(40) not null",
				"column shipment.sender_city_at_x double precision\n", "column shipment.to_city_name varchar(40)\n",
				"column shipment.to_city_at_y double precision\n", "column shipment.colour varchar(20)\n");
	}

	@Test
	void whatIsWrittenIsRead() {
		assertThat(read(this.sent)).returns(this.home, Shipment::getSender).returns(this.away, Shipment::getReceiver);
		assertThat(read(this.kept)).returns(this.away, Shipment::getSender).returns(null, Shipment::getReceiver);
	}

	@Test
	void aRecordThatIsNeverNullIsThereWithoutValues() {
		assertThat(read(this.sent).getMarks()).isEqualTo(new Marks(null, null));
		UUID label = UUID.randomUUID();
		this.shipments.all().update(SHIPMENT.marks.label.set(label));
		assertThat(read(this.sent).getMarks()).isEqualTo(new Marks(null, label));
	}

	@Test
	void rowsAreSavedLikeAny() {
		Shipment shipment = read(this.kept);
		shipment.setReceiver(this.home);
		assertThat(Queries.count(() -> this.shipments.save(shipment))).isEqualTo(1);
		assertThat(read(this.kept).getReceiver()).isEqualTo(this.home);
		shipment.setReceiver(null);
		this.shipments.bulkUpdate(List.of(shipment), "receiver");
		assertThat(read(this.kept).getReceiver()).isNull();
		shipment.setSender(new Address("Nowhere", null));
		assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(() -> this.shipments.save(shipment));
	}

	@Test
	void pathsLeadToTheComponents() {
		assertThat(this.shipments.filter(SHIPMENT.sender.city.name.eq("Bern")).list()).containsExactly(this.sent);
		assertThat(this.shipments.filter("sender__city__name__startswith", "Ba").list()).containsExactly(this.kept);
		assertThat(this.shipments.filter("receiver__city__point__x__isnull", true).count()).isEqualTo(2);
		assertThat(this.shipments.orderBy(SHIPMENT.sender.city.name.desc()).list()).containsExactly(this.sent,
				this.kept);
		assertThat(this.shipments.orderBy("sender__city__name").list()).containsExactly(this.kept, this.sent);
		assertThat(this.shipments.filter("sender__city__point__x", 7.4).exists()).isTrue();
	}

	@Test
	void theFirstComponentThatTakesNotWhatTheRowHasIsNamed() {
		record Absent(long id, boolean label) {
		}
		record Foreign(long id, UUID label) {
		}
		refuses(Absent.class, SHIPMENT.marks.label);
		refuses(Foreign.class, SHIPMENT.sender.street);
	}

	private void refuses(Class<? extends Record> type, Expression<Shipment, ?> label) {
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.shipments.values(List.of("id", "label"), Map.of("label", label)).as(type))
			.withMessageEndingWith("the classes of its components differ")
			.returns(Subject.ofAttribute("", "label").by(type.getName()), FieldException::subject);
	}

	@Test
	void valuesBecomeTheRecordsAgain() {
		record Line(Address sender, @Nullable Address receiver) {
		}
		List<Line> lines = this.shipments
			.values("sender__street", "sender__city__name", "sender__city__point__x", "sender__city__point__y",
					"receiver__street", "receiver__city__name", "receiver__city__point__x", "receiver__city__point__y")
			.orderBy("id")
			.as(Line.class);
		assertThat(lines).containsExactly(new Line(this.home, this.away), new Line(this.away, null));
	}

	@Test
	void recordsAreComparedAndAssignedAsAWhole() {
		assertThat(this.shipments.filter(SHIPMENT.sender.eq(this.home)).list()).containsExactly(this.sent);
		assertThat(this.shipments.filter(SHIPMENT.sender.city.eq(this.away.city())).list()).containsExactly(this.kept);
		assertThat(this.shipments.filter(SHIPMENT.receiver.isNull()).list()).containsExactly(this.kept);
		assertThat(this.shipments.filter(SHIPMENT.sender.city.point.isNull()).list()).containsExactly(this.kept);
		this.shipments.all().update(SHIPMENT.receiver.set(this.home));
		this.shipments.filter(SHIPMENT.id.eq(this.kept.getId()))
			.update(SHIPMENT.sender.city.set(new City("Chur", new Point(1, 2))));
		assertThat(read(this.kept)).returns(this.home, Shipment::getReceiver)
			.returns(new Address("Short Street", new City("Chur", new Point(1, 2))), Shipment::getSender);
		this.shipments.all().update(SHIPMENT.sender.city.point.set(null));
		assertThat(read(this.kept).getSender().city().point()).isNull();
		assertThat(this.shipments.create(SHIPMENT.sender.is(this.away)).getSender()).isEqualTo(this.away);
	}

	@Test
	void oneIsFoundOrMadeByARecord() {
		assertThat(this.shipments.getOrCreate(Attributes.of(SHIPMENT.sender.is(this.home)), Attributes.of()).instance())
			.isEqualTo(this.sent);
		Address other = new Address("New Road", new City("Bern", null));
		assertThat(this.shipments.getOrCreate(Attributes.of(SHIPMENT.sender.is(other)), Attributes.of())
			.instance()
			.getSender()).isEqualTo(other);
	}

	@Test
	void recordsAreDeferredByTheirNameOrByAComponent() {
		assertThat(this.shipments.only("receiver").get(this.sent.getId()).deferredFields())
			.contains("sender__street", "sender__city__point__y", "marks__label")
			.noneMatch((name) -> name.startsWith("receiver"));
		Shipment shipment = this.shipments.defer(SHIPMENT.sender.city.name).get(this.sent.getId());
		assertThat(shipment.deferredFields()).containsExactly("sender__city__name");
		assertThat(shipment.getSender()).isEqualTo(this.home);
		assertThat(this.shipments.only("id").get(this.sent.getId()).getSender()).isEqualTo(this.home);
	}

	@Test
	void whatIsReadAgainIsNullWhereItsColumnsAre() {
		Shipment shipment = read(this.sent);
		this.shipments.all().update(SHIPMENT.receiver.set(null));
		this.shipments.all().update(SHIPMENT.sender.city.point.set(null));
		this.shipments.refresh(shipment);
		assertThat(shipment.getReceiver()).isNull();
		assertThat(shipment.getSender()).isEqualTo(new Address("Long Lane", new City("Bern", null)));
	}

	@Test
	void aRecordIsSavedOrReadAgainAlone() {
		Shipment shipment = read(this.sent);
		shipment.setReceiver(this.home);
		shipment.setSender(this.away);
		this.shipments.save(shipment, (options) -> options.updateFields(List.of("receiver")));
		this.shipments.refresh(shipment, "sender");
		assertThat(shipment).returns(this.home, Shipment::getSender).returns(this.home, Shipment::getReceiver);
		assertThat(read(this.sent)).returns(this.home, Shipment::getSender).returns(this.home, Shipment::getReceiver);
	}

	@Test
	void halfARecordIsAnErrorThatNamesTheRow() {
		database.execute("UPDATE shipment SET sender_city_at_x = NULL");
		assertThatExceptionOfType(StoredValueException.class).isThrownBy(() -> this.shipments.all().list())
			.withMessageContaining("Column shipment.sender.city.point of the row with key " + this.sent.getId())
			.withMessageContaining("some of its columns are NULL");
	}

	@Test
	void componentsAreValidated() {
		Shipment wrong = new Shipment(new Address("x".repeat(81), new City("y".repeat(41), null)), null);
		assertThat(this.shipments.validate(wrong).byField())
			.isEqualTo(Map.of("sender__street", List.of("Ensure this value has at most 80 characters (it has 81)."),
					"sender__city__name", List.of("Ensure this value has at most 40 characters (it has 41).")));
		assertThat(QueryLog.capture(() -> this.shipments.validate(this.sent)).statements()).isEmpty();
	}

}
