package dev.orm.column;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Embedded;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.column.Seat.SeatKey;
import dev.orm.column.Seat.Spot;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.column.SeatPath.SEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The columns of a record are the key of a model. */
class RecordKeyTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(List.of(), Seat.class, Token.class, Visit.class));

	private static final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Seat.class, Token.class, Visit.class))
		.build();

	private final Manager<Seat> seats = orm.manager(Seat.class);

	private final SeatKey front = SeatKey.of(1, "A", 7);

	private final SeatKey back = SeatKey.of(1, "Z", 7);

	@BeforeEach
	void store() {
		database.truncate("seat", "token");
		this.seats.bulkCreate(List.of(new Seat(this.front, "Ann"), new Seat(this.back, "Bob")));
	}

	@Test
	void theColumnsAreTheKey() {
		assertThat(ModelTables.schema(TypeRegistry.standard(), List.of(Seat.class)).toString()).contains(
				"column seat.hall integer not null", "column seat.spot_line varchar(3) not null",
				"(hall, spot_line, spot_number)");
	}

	@Test
	void theRecordStandsForTheKey() {
		// tag::use[]
		SeatKey key = new SeatKey(1, new Spot("A", 7));
		Seat seat = this.seats.get(key);
		Seat same = this.seats.get(List.of(1, "A", 7));
		Map<Object, Seat> found = this.seats.inBulk(List.of(key));
		List<Seat> here = this.seats.filter("pk__in", List.of(key)).list();
		List<Seat> others = this.seats.exclude(SEAT.key.eq(key)).list();
		List<Seat> row = this.seats.filter(SEAT.key.hall.eq(1), SEAT.key.spot.line.eq("A")).list();
		// end::use[]
		assertThat(seat).isEqualTo(same).isEqualTo(found.get(key));
		assertThat(here).isEqualTo(row).containsExactly(seat);
		assertThat(others).doesNotContain(seat);
	}

	@Test
	void rowsAreFoundByTheRecordAndByItsParts() {
		assertThat(this.seats.get(this.front).getGuest()).isEqualTo("Ann");
		assertThat(this.seats.get(List.of(1, "Z", 7)).getKey()).isEqualTo(this.back);
		assertThat(this.seats.find(SeatKey.of(2, "A", 7))).isEmpty();
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> this.seats.get(SeatKey.of(2, "A", 7)))
			.withMessageContaining("There is no Seat with the key SeatKey[hall=2, spot=Spot[line=A, number=7]]");
		assertThat(QueryLog.capture(() -> this.seats.find(this.front)).statements()).singleElement()
			.asString()
			.contains(
					"(\"t0\".\"hall\", \"t0\".\"spot_line\", \"t0\".\"spot_number\") = (?::integer, ?::varchar, ?::integer)");
	}

	@Test
	void anotherRecordIsRefused() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> this.seats.get(new Spot("A", 7)))
			.withMessageContaining("needs a list of 3 parts");
	}

	@Test
	void conditionsTakeTheRecord() {
		assertThat(this.seats.filter("pk", this.front).list()).extracting(Seat::getGuest).containsExactly("Ann");
		assertThat(this.seats.filter("pk__in", List.of(this.front)).count()).isEqualTo(1);
		assertThat(this.seats.filter("pk__in", List.of(this.front, this.back)).count()).isEqualTo(2);
		assertThat(this.seats.exclude("pk", this.front).list()).extracting(Seat::getGuest).containsExactly("Bob");
		assertThat(this.seats.filter(SEAT.key.eq(this.back)).list()).extracting(Seat::getGuest).containsExactly("Bob");
		assertThat(this.seats.filter(SEAT.key.spot.eq(new Spot("A", 7))).count()).isEqualTo(1);
		assertThat(this.seats.filter("key__spot__line", "Z").count()).isEqualTo(1);
		assertThat(this.seats.orderBy("-pk").list()).extracting(Seat::getKey).containsExactly(this.back, this.front);
	}

	@Test
	void rowsAreReadInBulkUnderTheRecords() {
		Map<Object, Seat> found = this.seats.inBulk(List.of(this.back, SeatKey.of(9, "A", 1)));
		assertThat(found).containsOnlyKeys(this.back);
		assertThat(found.get(this.back).getGuest()).isEqualTo("Bob");
		assertThat(this.seats.values("guest").inBulk(List.of(this.back)).get(this.back).get("guest")).isEqualTo("Bob");
		assertThat(this.seats.inBulk(List.of(List.of(1, "A", 7))).get(List.of(1, "A", 7)).getGuest()).isEqualTo("Ann");
	}

	@Test
	void instancesAreOneByTheirKey() {
		Seat seat = this.seats.get(this.front);
		assertThat(seat).isEqualTo(this.seats.reference(this.front)).isEqualTo(new Seat(this.front, "Eve"));
		assertThat(seat.pk()).isEqualTo(List.of(1, "A", 7));
		assertThat(new Seat(null, "").pk()).isNull();
	}

	@Test
	void rowsAreSavedAndDeletedLikeAny() {
		Seat seat = this.seats.get(this.front);
		seat.setGuest("Eve");
		this.seats.save(seat);
		assertThat(this.seats.get(this.front).getGuest()).isEqualTo("Eve");
		Seat fresh = new Seat(SeatKey.of(2, "B", 1), "Kim");
		this.seats.save(fresh);
		assertThat(this.seats.count()).isEqualTo(3);
		this.seats.delete(seat);
		this.seats.filter("pk", this.back).delete();
		assertThat(this.seats.all().list()).containsExactly(fresh);
		assertThat(this.seats.create(SEAT.key.is(this.front)).getKey()).isEqualTo(this.front);
	}

	@Test
	void bulkWritesGoByTheKey() {
		Seat seat = this.seats.get(this.front);
		seat.setGuest("Eve");
		assertThat(this.seats.bulkUpdate(List.of(seat), "guest")).isEqualTo(1);
		this.seats.bulkCreate(List.of(new Seat(this.front, "Ida"), new Seat(SeatKey.of(3, "A", 1), "Kim")),
				(options) -> options.updatingConflicts(List.of("key"), List.of("guest")));
		assertThat(this.seats.orderBy("pk").list()).extracting(Seat::getGuest).containsExactly("Ida", "Bob", "Kim");
	}

	@Test
	void aPageAfterARecordGoesOn() {
		assertThat(this.seats.orderBy("key__hall")
			.after(this.seats.orderBy("key__hall").after(null, 1).cursor(), 1)
			.items()).extracting(Seat::getKey).containsExactly(this.back);
	}

	@Test
	void aRecordOfOneColumnIsAPlainKey() {
		Manager<Token> tokens = orm.manager(Token.class);
		Token token = tokens.create(TokenPath.TOKEN.code.is(new Code("x")));
		assertThat(tokens.get(new Code("x"))).isEqualTo(token).isEqualTo(tokens.get("x"));
		Manager<Visit> visits = orm.manager(Visit.class);
		visits.create(VisitPath.VISIT.token.is(token));
		assertThat(visits.filter(VisitPath.VISIT.token().code.eq(new Code("x"))).get().token.get().code)
			.isEqualTo(new Code("x"));
		assertThat(visits.filter("token__code__value", "y").exists()).isFalse();
	}

	@Table(name = "token")
	static class Token extends Model {

		@Id
		@Embedded
		Code code;

	}

	@Table(name = "visit")
	static class Visit extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Token> token;

	}

	/** What is on a token. */
	record Code(@Column(length = 10) String value) {

	}

}
