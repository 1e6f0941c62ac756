package dev.orm.lookup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.sql.Sql;
import dev.orm.test.SqlProbe;
import dev.orm.test.TestDatabase;
import dev.orm.type.CurrentZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DateLookupTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(LookupProbe.SCHEMA);

	private final LookupProbe samples = new LookupProbe(database);

	@Test
	void aYearIsComparedByBoundsOnTheColumnItself() {
		Sql condition = LookupProbe.condition("moment__year", 2023);
		assertThat(SqlProbe.text(condition)).isEqualTo("\"t\".\"moment\" BETWEEN ? AND ?");
		assertThat(this.samples.ids("moment__year", 2023)).containsExactly(1L);
		assertThat(this.samples.ids("moment__year__gt", 2023)).containsExactly(2L, 3L);
		assertThat(this.samples.ids("moment__year__gte", 2024)).containsExactly(2L, 3L);
		assertThat(this.samples.ids("moment__year__lt", 2024)).containsExactly(1L);
		assertThat(this.samples.ids("day__year__lte", "2023")).containsExactly(1L);
		assertThat(this.samples.ids("day__iso_year", 2025)).containsExactly(3L);
		assertThat(this.samples.ids("moment__year__in", List.of(2023, 2022))).containsExactly(1L);
		assertThat(this.samples.ids("moment__year__isnull", true)).containsExactly(4L);
	}

	@Test
	void theYearIsThatOfTheCurrentZone() {
		assertThat(in("Europe/Paris", "moment__year", 2024)).containsExactly(1L, 2L, 3L);
		assertThat(in("America/New_York", "moment__year", 2023)).containsExactly(1L);
		assertThat(in("+01:00", "moment__year", 2024)).containsExactly(1L, 2L, 3L);
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> this.samples.ids("moment__year", 10000));
	}

	@Test
	void partsAreTakenInTheCurrentZone() {
		assertThat(this.samples.ids("moment__hour", 23)).containsExactly(1L);
		assertThat(in("America/New_York", "moment__hour", 1)).containsExactly(3L);
		assertThat(in("America/New_York", "moment__date", LocalDate.of(2024, 1, 1))).containsExactly(2L);
		assertThat(in("+01:00", "moment__hour", 0)).containsExactly(1L);
		assertThat(in("Europe/Paris", "moment__time", "00:30")).containsExactly(1L);
	}

	@Test
	void allPartsCanBeTaken() {
		assertThat(this.samples.ids("day__month", 12)).containsExactly(1L, 3L);
		assertThat(this.samples.ids("day__quarter__gt", 3)).containsExactly(1L, 3L);
		assertThat(this.samples.ids("day__week", 1)).containsExactly(2L, 3L);
		assertThat(this.samples.ids("day__week_day", 1)).containsExactly(1L);
		assertThat(this.samples.ids("day__iso_week_day", 7)).containsExactly(1L);
		assertThat(this.samples.ids("day__day__in", List.of(30, 31))).containsExactly(1L, 3L);
		assertThat(this.samples.ids("at__minute", 30)).containsExactly(2L);
		assertThat(this.samples.ids("at__second", 59)).containsExactly(3L);
		assertThat(this.samples.ids("moment__date__year", 2024)).containsExactly(2L, 3L);
	}

	private List<@Nullable Object> in(String zone, String path, Object value) {
		return CurrentZone.with(ZoneId.of(zone), () -> this.samples.ids(path, value));
	}

}
