package dev.orm.rule;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.UniqueViolationException;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Errors carry what they are about as data, and say an unknown name in one way. */
class ErrorDataTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("""
			CREATE TABLE seat (id bigint PRIMARY KEY, hall text NOT NULL, number int NOT NULL CHECK (number > 0),
				UNIQUE (hall, number));
			CREATE UNIQUE INDEX seat_lower ON seat (lower(hall), COALESCE(number, 0))""");

	private final Manager<Seat> seats = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Seat.class))
		.build()
		.manager(Seat.class);

	@BeforeEach
	void fill() {
		database.execute("TRUNCATE seat", "INSERT INTO seat VALUES (1, 'Main', 7)");
	}

	private static void noField(ThrowingCallable call) {
		assertThatExceptionOfType(FieldDoesNotExistException.class).isThrownBy(call)
			.withMessageStartingWith("Seat has no field named 'nunber'. Did you mean 'number'? Choices: hall, ")
			.satisfies((ex) -> {
				assertThat(ex.model()).isEqualTo("Seat");
				assertThat(ex.name()).isEqualTo("nunber");
				assertThat(ex.choices()).contains("hall", "number");
			});
	}

	@Test
	void anUnknownFieldIsSaidInOneWay() {
		Seat seat = this.seats.get("id", 1);
		noField(() -> this.seats.bulkUpdate(List.of(seat), "nunber"));
		noField(() -> this.seats.inBulk(List.of(1), "nunber"));
		noField(() -> this.seats.only("nunber").list());
		noField(() -> this.seats.filter("id", 1).update("nunber", 1));
		noField(() -> this.seats.refresh(seat, "nunber"));
	}

	@Test
	void anAttributeThatIsSetIsGuessedToo() {
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> this.seats.create(Map.of("nunber", 1)))
			.withMessageContaining("Seat has no attribute 'nunber' to set. Did you mean 'number'?");
	}

	@Test
	void anUnknownNameInAPathHasItsPlace() {
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.seats.filter("nunber__gt", 1).list())
			.satisfies((ex) -> {
				assertThat(List.of(ex.model(), ex.name(), ex.path())).containsExactly("Seat", "nunber", "nunber__gt");
				assertThat(ex.choices()).contains("hall", "number");
			});
	}

	@Test
	void aDuplicateNamesTheColumns() {
		assertThatExceptionOfType(UniqueViolationException.class)
			.isThrownBy(() -> this.seats.save(new Seat(2, "Main", 7)))
			.satisfies((ex) -> assertThat(ex.details().columns()).containsExactly("hall", "number"));
		assertThatExceptionOfType(UniqueViolationException.class)
			.isThrownBy(() -> this.seats.bulkCreate(List.of(new Seat(2, "MAIN", 7))))
			.satisfies(
					(ex) -> assertThat(ex.details().columns()).containsExactly("lower(hall)", "COALESCE(number, 0)"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aMissingValueNamesItsColumn(boolean bulk) {
		Seat seat = new Seat(2, null, 8);
		assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(() -> {
			if (bulk) {
				this.seats.bulkCreate(List.of(seat));
			}
			else {
				this.seats.save(seat);
			}
		}).satisfies((ex) -> assertThat(ex.details().columns()).containsExactly("hall"));
	}

	@Table(name = "seat")
	static class Seat extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		String hall;

		int number;

		Seat() {
		}

		Seat(long id, String hall, int number) {
			this.id = id;
			this.hall = hall;
			this.number = number;
		}

	}

}
