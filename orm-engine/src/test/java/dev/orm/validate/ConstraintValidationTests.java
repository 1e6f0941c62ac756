package dev.orm.validate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.model.ForeignKey;
import dev.orm.observe.QueryLog;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import dev.orm.type.Range;
import dev.orm.validate.Hall.Booking;
import dev.orm.validate.Hall.Concert;
import dev.orm.validate.Hall.Room;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;

import static dev.orm.validate.BookingPath.BOOKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What {@code Meta} methods declare is asked before the write, by one statement. */
class ConstraintValidationTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Hall.SCHEMA);

	private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Room.class, Booking.class, Concert.class))
		.build();

	private final Manager<Booking> bookings = this.orm.manager(Booking.class);

	private final Manager<Concert> concerts = this.orm.manager(Concert.class);

	private final Manager<Room> rooms = this.orm.manager(Room.class);

	@BeforeEach
	void empty() {
		database.truncate("booking", "room");
	}

	private Room room() {
		return this.rooms.save(Room.of(true));
	}

	private static Booking of(String code, Room room, int day, int days) {
		Booking booking = Booking.of(code, code);
		booking.room = ForeignKey.to(room);
		booking.days = Range.closedOpen(MONDAY.plusDays(day), MONDAY.plusDays(day + days));
		return booking;
	}

	@Test
	void aCheckIsEvaluatedByTheDatabaseAndShownAtItsField() {
		Booking booking = Booking.of("A", "Ada");
		booking.least = 11;
		assertThat(this.bookings.validate(booking).byField()).isEqualTo(Map.of("seats", List.of("Too few seats")));
		booking.least = 10;
		assertThat(this.bookings.validate(booking).isEmpty()).isTrue();
	}

	@Test
	void unknownPassesACheck() {
		Booking booking = Booking.of("A", "Ada");
		booking.least = null;
		assertThat(this.bookings.validate(booking).isEmpty()).isTrue();
	}

	@Test
	void exactlyOneIsShownAtEachOfItsFields() {
		Booking nobody = Booking.of("A", null);
		ValidationErrors errors = this.bookings.validate(nobody);
		assertThat(errors.codes()).containsExactly("constraint", "constraint");
		assertThat(errors.byField()).isEqualTo(Map.of("guest", List.of("Constraint who_pays is violated."), "company",
				List.of("Constraint who_pays is violated.")));
	}

	@Test
	void allRulesAreOneStatement() {
		Room room = room();
		Booking booking = of("A", room, 0, 1);
		QueryLog log = QueryLog.capture(() -> this.bookings.validateAll(List.of(booking, of("B", room, 0, 1))));
		assertThat(log.statements()).hasSize(1);
	}

	@Test
	void aUniqueWithAConditionHoldsForItsRowsOnly() {
		this.bookings.save(Booking.of("A", "Ada"));
		assertThat(this.bookings.validate(Booking.of("A", "Bob")).byField())
			.isEqualTo(Map.of("code", List.of("Booking with this Code already exists.")));
		Booking cancelled = Booking.of("A", "Bob");
		cancelled.cancelled = true;
		assertThat(this.bookings.validate(cancelled).isEmpty()).isTrue();
		assertThat(this.bookings.validate(Booking.of("B", "Bob")).isEmpty()).isTrue();
	}

	@Test
	void withinABatchTheConditionCountsToo() {
		Booking cancelled = Booking.of("A", "Ada");
		cancelled.cancelled = true;
		Booking open = Booking.of("A", "Bob");
		assertThat(this.bookings.validateAll(List.of(cancelled, open)).isEmpty()).isTrue();
		ValidationErrors errors = this.bookings.validateAll(List.of(cancelled, open, Booking.of("A", "Cem")));
		assertThat(errors.at(0).isEmpty()).isTrue();
		assertThat(errors.at(1).codes()).containsExactly("unique");
		assertThat(errors.at(2).codes()).containsExactly("unique");
	}

	@Test
	void aUniqueOfAnExpressionComparesWhatItAnswers() {
		Room room = room();
		Booking ada = Booking.of("A", "Ada");
		ada.room = ForeignKey.to(room);
		this.bookings.save(ada);
		Booking again = Booking.of("B", "ADA");
		again.room = ForeignKey.to(room);
		ValidationErrors errors = this.bookings.validate(again);
		assertThat(errors.byField()).isEqualTo(Map.of("room", List.of("Constraint guest_once_a_room is violated.")));
		assertExplained(again);
		again.room = ForeignKey.empty();
		assertThat(this.bookings.validate(again).isEmpty()).isTrue();
	}

	@Test
	void nullsThatAreNotDistinctClash() {
		Booking first = Booking.of("A", "Ada");
		first.rows = List.of(1, 2);
		this.bookings.save(first);
		Booking second = Booking.of("B", "Bob");
		second.rows = List.of(1, 2);
		assertThat(this.bookings.validate(second).codes()).containsExactly("unique_together");
		assertExplained(second);
		second.rows = List.of(2, 1);
		assertThat(this.bookings.validate(second).isEmpty()).isTrue();
	}

	@Test
	void anExclusionLooksAtRowsThatAreStored() {
		Room room = room();
		this.bookings.save(of("A", room, 0, 3));
		ValidationErrors errors = this.bookings.validate(of("B", room, 2, 2));
		assertThat(errors.byField()).containsOnlyKeys("room", "days");
		assertExplained(of("B", room, 2, 2));
		assertThat(this.bookings.validate(of("B", room, 3, 2)).isEmpty()).isTrue();
		assertThat(this.bookings.validate(of("B", room(), 2, 2)).isEmpty()).isTrue();
	}

	@Test
	void anExclusionLooksAtTheBatchToo() {
		Room room = room();
		ValidationErrors errors = this.bookings
			.validateAll(List.of(of("A", room, 0, 3), of("B", room, 2, 3), of("C", room, 5, 1)));
		assertThat(errors.at(0).isEmpty()).isFalse();
		assertThat(errors.at(1).isEmpty()).isFalse();
		assertThat(errors.at(2).isEmpty()).isTrue();
	}

	@Test
	void aStoredRowIsNotInItsOwnWay() {
		Booking booking = this.bookings.save(of("A", room(), 0, 3));
		assertThat(this.bookings.validate(booking).isEmpty()).isTrue();
		assertThat(this.bookings.validate(this.bookings.get(booking.id)).isEmpty()).isTrue();
	}

	@Test
	void whatTheDatabaseComputesIsComputedFromTheValuesGiven() {
		Booking booking = Booking.of("A", "Ada");
		booking.seats = 120;
		booking.least = 20;
		assertThat(this.bookings.validate(booking).global()).containsExactly("Constraint little_to_spare is violated.");
		assertExplained(booking);
		booking.least = 21;
		assertThat(this.bookings.validate(booking).isEmpty()).isTrue();
	}

	@Test
	void columnsOfArraysAreAskedAsTheyAre() {
		Booking booking = Booking.of("A", "Ada");
		booking.rows = List.of();
		assertThat(this.bookings.validate(booking).global()).containsExactly("Constraint some_rows is violated.");
		booking.rows = List.of(3);
		assertThat(this.bookings.validate(booking).isEmpty()).isTrue();
	}

	@Test
	void aRelationLeadsToRowsThatMayBeChosen() {
		Room closed = this.rooms.save(Room.of(false));
		Booking booking = Booking.of("A", "Ada");
		booking.room = ForeignKey.to(closed);
		assertThat(this.bookings.validate(booking).all()).singleElement().satisfies((error) -> {
			assertThat(error.field()).isEqualTo("room");
			assertThat(error.code()).isEqualTo("invalid_choice");
		});
		booking.room = ForeignKey.ofId(99L);
		assertThat(this.bookings.validate(booking).codes()).containsExactly("invalid");
		booking.room = ForeignKey.to(room());
		assertThat(this.bookings.validate(booking).isEmpty()).isTrue();
	}

	@Test
	void aLimitIsNoRuleOfTheDatabase() {
		Booking booking = Booking.of("A", "Ada");
		booking.room = ForeignKey.to(this.rooms.save(Room.of(false)));
		assertThatNoException().isThrownBy(() -> this.bookings.save(booking));
	}

	@Test
	void whatIsWrongAlreadyIsNotAskedAgain() {
		Booking booking = Booking.of("123456789", "a name of more than twenty characters");
		booking.company = "b";
		assertThat(this.bookings.validate(booking).codes()).containsExactly("max_length", "max_length");
	}

	@Test
	void aRuleOfFieldsThatAreNotLookedAtIsNotAsked() {
		Booking booking = Booking.of("A", null);
		booking.least = 99;
		assertThat(this.bookings.validate(booking, (how) -> how.only(BOOKING.seats)).isEmpty()).isTrue();
		assertThat(this.bookings.validate(booking, (how) -> how.only(BOOKING.seats, BOOKING.least)).byField())
			.containsOnlyKeys("seats");
	}

	@Test
	void aRuleOfFieldsThatAreNotLoadedIsNotAsked() {
		Booking stored = this.bookings.save(Booking.of("A", "Ada"));
		Booking part = this.bookings.defer(BOOKING.company).get(stored.id);
		part.guest = null;
		assertThat(Queries.count(() -> assertThat(this.bookings.validate(part).isEmpty()).isTrue())).isEqualTo(1);
		part.getCompany();
		assertThat(this.bookings.validate(part).byField()).containsOnlyKeys("guest", "company");
	}

	@Test
	void aChildKeepsTheRulesOfItsParentsTable() {
		this.bookings.save(Booking.of("A", "Ada"));
		Concert concert = new Concert();
		concert.code = "A";
		concert.guest = "Bob";
		concert.least = 11;
		concert.musicians = 0;
		ValidationErrors errors = this.concerts.validate(concert);
		assertThat(errors.byField()).containsOnlyKeys("code", "seats");
		assertThat(errors.global()).containsExactly("Constraint someone_plays is violated.");
		concert.code = "B";
		concert.least = null;
		concert.musicians = 4;
		this.concerts.save(concert);
		assertThat(this.concerts.validate(concert).isEmpty()).isTrue();
	}

	@Test
	void aViolationByAChildIsExplainedByItsParentsConstraint() {
		Concert concert = new Concert();
		concert.code = "A";
		concert.guest = "Bob";
		concert.least = 11;
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.concerts.save(concert))
			.satisfies((ex) -> assertThat(this.concerts.explain(ex).byField())
				.isEqualTo(Map.of("seats", List.of("Too few seats"))));
	}

	private void assertExplained(Booking booking) {
		ValidationErrors expected = this.bookings.validate(booking);
		assertThat(expected.isEmpty()).isFalse();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.bookings.save(booking))
			.satisfies((ex) -> {
				assertThat(this.bookings.explain(ex).codes()).isEqualTo(expected.codes());
				assertThat(this.bookings.explain(ex).byField()).isEqualTo(expected.byField());
				assertThat(this.bookings.explain(ex).global()).isEqualTo(expected.global());
			});
	}

}
