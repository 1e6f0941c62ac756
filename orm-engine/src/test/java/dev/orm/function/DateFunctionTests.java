package dev.orm.function;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.orm.error.QueryValueException;
import dev.orm.sql.Infix;
import dev.orm.sql.Sql;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.test.SqlProbe;
import dev.orm.test.TestDatabase;
import dev.orm.type.CurrentZone;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.function.FunctionProbe.call;
import static dev.orm.function.FunctionProbe.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DateFunctionTests {

	private static final Map<String, Object> NEW_YORK = Map.of("tz", "America/New_York");

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(FunctionProbe.SCHEMA);

	private final SqlProbe probe = new SqlProbe(database, "sample");

	@Test
	void aZoneNobodyKnowsIsGuessedAmongThoseOfItsPartOfTheWorld() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> call("ExtractHour", Map.of("tz", "Europe/Berlim"), null, column("moment")))
			.withMessageContaining("Did you mean 'Europe/Berlin'?")
			.satisfies((ex) -> assertThat(ex.choices()).contains("Europe/Paris").doesNotContain("Asia/Tokyo"));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> call("ExtractHour", Map.of("tz", "Europa/Berlin"), null, column("moment")))
			.withMessageEndingWith(" names")
			.satisfies((ex) -> assertThat(ex.suggestion()).contains("Europe/Berlin"));
	}

	@Test
	void partsAreWholeNumbers() {
		assertThat(first(call("ExtractYear", column("day")))).isEqualTo(2024);
		assertThat(first(call("ExtractWeekDay", column("day")))).isEqualTo(5);
		assertThat(first(call("ExtractIsoWeekDay", column("day")))).isEqualTo(4);
		assertThat(first(call("ExtractQuarter", column("moment")))).isEqualTo(4);
		assertThat(first(call("ExtractSecond", column("moment")))).isEqualTo(15);
		assertThat(first(call("ExtractSecond", column("at")))).isEqualTo(30);
		assertThat(first(call("ExtractMinute", column("length")))).isEqualTo(1);
		assertThat(first(call("Extract", Map.of("lookup", "hour", "tz", "America/New_York"), null, column("moment"))))
			.isEqualTo(1);
	}

	@Test
	void partsThatAreNotThereAreRefused() {
		for (Object[] bad : List.of(new Object[] { "ExtractHour", "day" }, new Object[] { "ExtractYear", "length" },
				new Object[] { "ExtractYear", "title" }, new Object[] { "TruncHour", "day" },
				new Object[] { "TruncYear", "at" }, new Object[] { "TruncDate", "at" })) {
			assertThatExceptionOfType(QueryValueException.class)
				.isThrownBy(() -> call((String) bad[0], column((String) bad[1])));
		}
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> call("ExtractYear", NEW_YORK, null, column("day")));
	}

	@Test
	void truncationKeepsTheType() {
		assertThat(values(call("TruncMonth", column("moment")))).containsExactly(Instant.parse("2024-11-01T00:00:00Z"),
				Instant.parse("2024-11-01T00:00:00Z"), null);
		assertThat(first(call("TruncYear", column("day")))).isEqualTo(LocalDate.of(2024, 1, 1));
		assertThat(first(call("TruncWeek", column("day")))).isEqualTo(LocalDate.of(2024, 2, 26));
		assertThat(first(call("TruncHour", column("at")))).isEqualTo(LocalTime.of(10, 0));
		assertThat(first(call("TruncDate", column("moment")))).isEqualTo(LocalDate.of(2024, 11, 3));
		assertThat(first(call("TruncTime", NEW_YORK, null, column("moment"))))
			.isEqualTo(LocalTime.parse("01:30:15.500"));
		assertThat(first(call("TruncMonth", Map.of(), ValueTypes.DATE, column("moment"))))
			.isEqualTo(LocalDate.of(2024, 11, 1));
	}

	@Test
	void truncationHappensInTheCurrentZone() {
		List<@Nullable Object> days = CurrentZone.with(ZoneId.of("America/New_York"),
				() -> values(call("TruncDay", column("moment"))));
		assertThat(days.get(0)).isEqualTo(Instant.parse("2024-11-03T04:00:00Z"));
	}

	@Test
	void anAmbiguousHourIsTheEarlierOneAsInDjango() {
		assertThat(values(call("TruncHour", NEW_YORK, null, column("moment"))))
			.containsExactly(Instant.parse("2024-11-03T05:00:00Z"), Instant.parse("2024-11-03T05:00:00Z"), null);
	}

	@Test
	void truncatedTimesMeetOthersAsInstants() {
		Sql day = call("TruncDay", NEW_YORK, null, column("moment"));
		Sql condition = Infix.condition(Zones.instant(day), BuiltInOperator.LESS_OR_EQUAL, column("moment"));
		Sql hour = call("TruncHour", NEW_YORK, null, column("moment"));
		assertThat(this.probe.ids(condition)).containsExactly(1L, 2L);
		assertThat(first(call("ExtractHour", NEW_YORK, null, hour))).isEqualTo(1);
		assertThat(first(call("ExtractDay", Map.of("tz", "UTC"), null, hour))).isEqualTo(3);
	}

	@Test
	void nowIsAnInstant() {
		assertThat((Instant) first(call("Now"))).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
		assertThat((Instant) first(call("TransactionNow"))).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
	}

	private @Nullable Object first(Sql sql) {
		return values(sql).get(0);
	}

	private List<@Nullable Object> values(Sql sql) {
		return this.probe.values(sql);
	}

}
