package dev.orm.rule;

import java.util.List;
import java.util.Map;

import dev.orm.Functions;
import dev.orm.Lookups;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Row;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.NotUpdatedException;
import dev.orm.error.OrmException;
import dev.orm.error.RowsLostException;
import dev.orm.error.UniqueViolationException;
import dev.orm.error.ValueConversionException;
import dev.orm.error.detail.UnknownName;
import dev.orm.load.Explain;
import dev.orm.load.raw.RawSql;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.Model;
import dev.orm.persist.SaveOptions;
import dev.orm.query.DateUnit;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
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
			.withMessageStartingWith("Seat has no field named 'nunber'. Did you mean 'number'? Choices: ")
			.satisfies((ex) -> {
				assertThat(List.of(ex.model(), ex.name())).containsExactly("Seat", "nunber");
				assertThat(ex.choices()).contains("hall", "number");
			});
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.seats.getOrCreate(Map.of("id", 2L), Map.of("nunber", 1)))
			.withMessageStartingWith("Seat has no field named 'nunber'. Did you mean 'number'? Choices: ")
			.satisfies((ex) -> {
				assertThat(List.of(ex.model(), ex.name())).containsExactly("Seat", "nunber");
				assertThat(ex.choices()).contains("hall", "number");
			});
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
	void anUnknownLookupHasItsPlace() {
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.seats.filter("number__exactt", 1).list())
			.satisfies((ex) -> {
				assertThat(List.of(ex.model(), ex.name(), ex.path())).containsExactly("Seat", "exactt",
						"number__exactt");
				assertThat(ex.suggestion()).contains("exact");
			});
	}

	private static void guessed(String meant, ThrowingCallable call) {
		assertThatExceptionOfType(OrmException.class).isThrownBy(call)
			.withMessageContaining(" Did you mean '%s'? Choices: ".formatted(meant))
			.satisfies((ex) -> assertThat(ex.unknownName().flatMap(UnknownName::suggestion)).contains(meant));
	}

	@Test
	void whateverNameNobodyKnowsIsGuessedAndCarried() {
		Row row = this.seats.values("number").list().get(0);
		guessed("number", () -> row.get("nunber"));
		guessed("number", () -> this.seats.orderBy("nunber").list());
		guessed("number", () -> this.seats.only("nunber").list());
		guessed("exact", () -> this.seats.filter("number__exactt", 1).list());
		guessed("default", () -> this.seats.using("defualt").list());
		guessed("SETTINGS", () -> Explain.text().with("SETINGS", true));
		guessed("BINARY", () -> Explain.text().serialize("binry"));
		guessed("month", () -> DateUnit.of("mnth", false));
		guessed("JSON", () -> Explain.text().in("JSN"));
		guessed("number", () -> Lookups.on(Seat.class).allow("number").bind(Map.of("nunber", "1")));
		guessed("kei", () -> RawSql.named("SELECT * FROM seat WHERE id = :key", Map.of("kei", 1)));
	}

	@Test
	void choicesAreSaidOnce() {
		assertThatExceptionOfType(OrmException.class).isThrownBy(() -> this.seats.dates("number", "mnth").list())
			.withMessage("The kind of dates is not 'mnth'. Did you mean 'month'? Choices: year, month, week, day");
	}

	@Test
	void anExceptionSaysWhatWasProbablyMeant() {
		assertThatExceptionOfType(FieldDoesNotExistException.class).isThrownBy(() -> this.seats.only("nunber").list())
			.satisfies((ex) -> assertThat(ex.suggestion()).contains("number"));
		assertThatExceptionOfType(FieldDoesNotExistException.class).isThrownBy(() -> this.seats.only("colour").list())
			.withMessageStartingWith("Seat has no field named 'colour'. Choices: ")
			.satisfies((ex) -> assertThat(ex.suggestion()).isEmpty());
	}

	@Test
	void whatDoesNotFitSaysWhere() {
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.seats.update(Map.of("number__x", 1)))
			.returns("Seat", FieldException::model)
			.returns("number__x", FieldException::path);
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.seats.filter(Functions.count().gt(1)).list())
			.returns("Seat", FieldException::model)
			.returns("", FieldException::path);
	}

	@Test
	void anErrorThatIsAboutNoNameCarriesNone() {
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.seats.orderBy("id").slice(0, 1).filter("id", 1).list())
			.satisfies((ex) -> {
				assertThat(ex.unknownName()).isEmpty();
				assertThat(List.of(ex.name(), ex.path(), ex.attribute())).containsOnly("");
				assertThat(ex.model()).isEqualTo("Seat");
				assertThat(ex.choices()).isEmpty();
				assertThat(ex.suggestion()).isEmpty();
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

	@Test
	void aMissingRowCarriesModelAndKey() {
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> this.seats.get(4711L))
			.satisfies((ex) -> assertThat(List.of(ex.model(), ex.key())).containsExactly("Seat", 4711L));
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> this.seats.get("hall", "Side"))
			.satisfies((ex) -> {
				assertThat(ex.model()).isEqualTo("Seat");
				assertThat(ex.key()).isNull();
			});
		Seat seat = this.seats.get(1L);
		database.execute("DELETE FROM seat");
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> this.seats.refresh(seat))
			.satisfies((ex) -> assertThat(List.of(ex.model(), ex.key())).containsExactly("Seat", 1L));
	}

	@Test
	void rowsThatAreTooManyCarryTheirModel() {
		database.execute("INSERT INTO seat VALUES (2, 'Main', 8)");
		assertThatExceptionOfType(MultipleObjectsReturnedException.class)
			.isThrownBy(() -> this.seats.get("hall", "Main"))
			.satisfies((ex) -> assertThat(ex.model()).isEqualTo("Seat"));
		assertThatExceptionOfType(MultipleObjectsReturnedException.class)
			.isThrownBy(() -> this.seats.getOrCreate(Map.of("hall", "Main"), Map.of("id", 9L, "number", 9)))
			.satisfies((ex) -> assertThat(ex.model()).isEqualTo("Seat"));
	}

	@Test
	void aRowThatIsNotUpdatedCarriesItsModel() {
		assertThatExceptionOfType(NotUpdatedException.class)
			.isThrownBy(() -> this.seats.save(new Seat(2, "Main", 8), SaveOptions::forcingUpdate))
			.satisfies((ex) -> assertThat(ex.model()).isEqualTo("Seat"));
	}

	@Test
	void rowsThatAreLostCarryTheirTable() {
		database.execute("CREATE RULE seat_lost AS ON INSERT TO seat DO INSTEAD NOTHING");
		try {
			assertThatExceptionOfType(RowsLostException.class)
				.isThrownBy(() -> this.seats.bulkCreate(List.of(new Seat(2, "Main", 8))))
				.satisfies((ex) -> assertThat(List.of(ex.model(), ex.table())).containsExactly("Seat", "seat"));
		}
		finally {
			database.execute("DROP RULE seat_lost ON seat");
		}
	}

	@Test
	void aValueThatCannotBeConvertedCarriesItsClass() {
		valueType("java.lang.String", () -> this.seats.filter("number", "seven").list());
		valueType("java.lang.Long", () -> this.seats.filter("id", 1).update("number", Long.MAX_VALUE));
		valueType("java.lang.String", () -> this.seats.filter("hall", "\0").list());
		valueType("java.lang.Object", () -> this.seats.filter("number", new Object()).list());
	}

	@Test
	void aModelThatCannotBeLinkedNamesTheAttribute() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> ModelRegistry.link(List.of(Stool.class), TypeRegistry.standard()))
			.withMessageStartingWith(
					"Field Stool.legs: No column type for the Java class int as intger. Did you mean 'integer'? Choices: ")
			.satisfies((ex) -> {
				assertThat(List.of(ex.model(), ex.attribute(), ex.name())).containsExactly("Stool", "legs", "intger");
				assertThat(ex.suggestion()).contains("integer");
			});
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> ModelRegistry.link(List.of(Seat.class), TypeRegistry.standard()).model(Stool.class))
			.satisfies((ex) -> {
				assertThat(ex.name()).isEqualTo("Stool");
				assertThat(ex.choices()).containsExactly("Seat");
			});
	}

	private static void valueType(String type, ThrowingCallable call) {
		assertThatExceptionOfType(ValueConversionException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.valueType()).isEqualTo(type));
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

	@Table(name = "stool")
	static class Stool extends Model {

		@Id
		Long id;

		@Column(type = "intger")
		int legs;

	}

}
