package dev.orm.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Event;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.type.CurrentZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.EventPath.EVENT;
import static dev.orm.expression.functions.DateFunctions.extract;
import static dev.orm.expression.functions.DateFunctions.truncDate;
import static dev.orm.expression.functions.DateFunctions.truncHour;
import static org.assertj.core.api.Assertions.assertThat;

/** docs/reference/time-zones.md. */
class TimeZoneReferenceTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	private static final Manager<Event> all = Shop.orm(database).manager(Event.class);

	private final Manager<Event> events = all;

	@AfterEach
	void clear() {
		all.filter("title__startswith", "zone ").delete();
	}

	@Test
	void theZoneIsThatOfTheOrm() {
		create("zone 1", "2031-05-02T02:00:00Z");
		LocalDate day = LocalDate.of(2031, 5, 1);
		// tag::orm[]
		Orm orm = Shop.builder(database).zone(ZoneId.of("America/New_York")).build();
		List<Event> thatDay = orm.manager(Event.class).filter(EVENT.startsAt.date().eq(day)).list();
		// end::orm[]
		assertThat(thatDay).hasSize(1);
		assertThat(this.events.filter(EVENT.startsAt.date().eq(day)).list()).isEmpty();
	}

	@Test
	void aThreadOrACallMayHaveAnother() {
		create("zone 1", "2031-05-02T02:00:00Z");
		LocalDate day = LocalDate.of(2031, 5, 1);
		// tag::thread[]
		ZoneId zone = ZoneId.of("America/New_York");
		List<Event> thatDay = CurrentZone.with(zone, () -> this.events.filter(EVENT.startsAt.date().eq(day)).list());
		// end::thread[]
		// tag::call[]
		List<Event> same = this.events.annotate(truncDate(EVENT.startsAt, zone).as("localDay"))
			.filter("localDay", day)
			.list();
		List<Event> evening = this.events.filter(extract("hour", EVENT.startsAt, zone).gte(18)).list();
		List<Instant> days = this.events.datetimes(EVENT.startsAt, ChronoUnit.DAYS, false, zone).list();
		// end::call[]
		assertThat(thatDay).hasSize(1).isEqualTo(same);
		assertThat(evening).containsAll(thatDay);
		assertThat(days).contains(Instant.parse("2031-05-01T04:00:00Z"));
	}

	@Test
	void anHourThatComesTwiceIsTheFirstAndOneThatDoesNotComeIsLater() {
		create("zone 1", "2024-11-03T05:30:00Z");
		create("zone 2", "2024-11-03T06:30:00Z");
		CurrentZone.with(NEW_YORK, () -> {
			var rows = this.events.filter("title__startswith", "zone ");
			assertThat(rows.filter(EVENT.startsAt.hour().eq(1)).count()).isEqualTo(2);
			assertThat(rows.flat(truncHour(EVENT.startsAt)).list()).containsOnly(Instant.parse("2024-11-03T05:00:00Z"));
			assertThat(rows.filter("startsAt", LocalDateTime.parse("2024-11-03T01:30:00")).get().getTitle())
				.isEqualTo("zone 1");
			create("zone 3", "2024-03-10T07:30:00Z");
			assertThat(rows.filter("startsAt", LocalDateTime.parse("2024-03-10T02:30:00")).get().getTitle())
				.isEqualTo("zone 3");
			assertThat(rows.filter("startsAt__year", 2024).count()).isEqualTo(3);
			return rows;
		});
	}

	private static void create(String title, String moment) {
		all.create(EVENT.title.is(title), EVENT.startsAt.is(Instant.parse(moment)));
	}

}
