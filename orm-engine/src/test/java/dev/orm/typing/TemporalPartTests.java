package dev.orm.typing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.function.Function;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Event;
import dev.orm.expression.Expression;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.EventPath.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

/** The parts of a point in time are those Java's calendar has for it, in the zone. */
class TemporalPartTests {

	private static final ZoneId ZONE = ZoneId.of("America/New_York");

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.builder(database).zone(ZONE).build();

	private static final Manager<Event> events = orm.manager(Event.class);

	@Test
	void theDayAndTheTimeAreThoseOfTheZone() {
		assertPart(EVENT.startsAt.date(), ZonedDateTime::toLocalDate);
		assertPart(EVENT.startsAt.time(), ZonedDateTime::toLocalTime);
	}

	@Test
	void yearsHaveQuartersMonthsAndDays() {
		assertPart(EVENT.startsAt.year(), ZonedDateTime::getYear);
		assertPart(EVENT.startsAt.quarter(), (at) -> at.get(IsoFields.QUARTER_OF_YEAR));
		assertPart(EVENT.startsAt.month(), ZonedDateTime::getMonthValue);
		assertPart(EVENT.startsAt.day(), ZonedDateTime::getDayOfMonth);
	}

	@Test
	void weeksBeginOnMondayButForDjangosDayOfTheWeek() {
		assertPart(EVENT.startsAt.isoYear(), (at) -> at.get(IsoFields.WEEK_BASED_YEAR));
		assertPart(EVENT.startsAt.week(), (at) -> at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
		assertPart(EVENT.startsAt.isoWeekDay(), (at) -> at.get(ChronoField.DAY_OF_WEEK));
		assertPart(EVENT.startsAt.weekDay(), (at) -> at.get(ChronoField.DAY_OF_WEEK) % 7 + 1);
	}

	@Test
	void daysHaveHoursMinutesAndSeconds() {
		assertPart(EVENT.startsAt.hour(), ZonedDateTime::getHour);
		assertPart(EVENT.startsAt.minute(), ZonedDateTime::getMinute);
		assertPart(EVENT.startsAt.second(), ZonedDateTime::getSecond);
	}

	private static <X> void assertPart(Expression<Event, X> part, Function<ZonedDateTime, X> expected) {
		QuerySet<Event> known = events.filter(EVENT.startsAt.isNotNull()).orderBy(EVENT.id);
		List<Instant> instants = known.flat(EVENT.startsAt).list();
		assertThat(known.flat(part).list()).isNotEmpty()
			.isEqualTo(instants.stream().map((instant) -> expected.apply(instant.atZone(ZONE))).toList());
	}

}
