package dev.orm.type;

import java.net.InetAddress;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;

import dev.orm.KeysetPage;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values go to the database and come back by every way there is: saved one by one and in
 * bulk, compared, listed, paged by.
 */
class TravelTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("""
			CREATE TABLE event (id bigint PRIMARY KEY, at timestamptz, local timestamp, "offset" timestamptz, day date,
				time time, length interval, times time[], instants timestamptz[], days date[], raw bytea,
				ratio double precision, single real);
			CREATE TABLE thing (id bigint PRIMARY KEY, link text, locale text, currency text, zone text,
				"offset" text, month date, year integer, birthday text, stay interval, seen timestamptz, address inet,
				tags text[], numbers integer[], ratios double precision[], names text[], keys uuid[], weekdays text[],
				bits smallint, letter text)""");

	/** What stands for the infinite interval. */
	private static final Duration INFINITE = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Event.class, Thing.class))
		.build();

	private final Manager<Event> events = this.orm.manager(Event.class);

	private final Manager<Thing> things = this.orm.manager(Thing.class);

	@BeforeEach
	void empty() {
		database.execute("TRUNCATE event, thing");
	}

	private static Event event(long id) {
		Event event = new Event();
		event.id = id;
		return event;
	}

	private void store(boolean bulk, Event event) {
		if (bulk) {
			this.events.bulkCreate(List.of(event));
		}
		else {
			this.events.save(event);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void nanosecondsAreCutAndNeverRoundedUp(boolean bulk) {
		Event event = event(1);
		event.at = Instant.parse("2026-01-01T23:59:59.999999999Z");
		event.local = LocalDate.of(2026, 1, 1).atTime(LocalTime.MAX);
		event.offset = OffsetDateTime.parse("1969-12-31T23:59:59.999999999Z");
		event.time = LocalTime.MAX;
		event.length = Duration.ofNanos(-1_999);
		event.times = List.of(LocalTime.MAX);
		event.instants = List.of(Instant.parse("2026-01-01T23:59:59.999999999Z"));
		store(bulk, event);

		Event stored = this.events.get("id", 1);
		assertThat(stored.at).isEqualTo("2026-01-01T23:59:59.999999Z");
		assertThat(stored.local).isEqualTo("2026-01-01T23:59:59.999999");
		assertThat(stored.offset).isEqualTo("1969-12-31T23:59:59.999999Z");
		assertThat(stored.time).isEqualTo("23:59:59.999999");
		assertThat(stored.length).isEqualTo(Duration.ofNanos(-1_000));
		assertThat(stored.times).containsExactly(LocalTime.parse("23:59:59.999999"));
		assertThat(stored.instants).containsExactly(Instant.parse("2026-01-01T23:59:59.999999Z"));
	}

	@Test
	void theLastNanosecondOfADayIsNotTheNextMidnight() {
		Event midnight = event(1);
		midnight.at = Instant.parse("2026-01-02T00:00:00Z");
		midnight.local = LocalDateTime.parse("2026-01-02T00:00:00");
		this.events.save(midnight);
		LocalDateTime end = LocalDate.of(2026, 1, 1).atTime(LocalTime.MAX);

		assertThat(this.events.filter("local__lte", end).count()).isZero();
		assertThat(this.events.filter("at__lte", end.toInstant(ZoneOffset.UTC)).count()).isZero();
		assertThat(this.events.filter("local__in", List.of(end)).count()).isZero();
		assertThat(this.events.filter("at__range", List.of(Instant.EPOCH, end.toInstant(ZoneOffset.UTC))).count())
			.isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void yearsOfFiveDigitsAndThoseBeforeTheYearOneComeBack(boolean bulk) {
		LocalDate far = LocalDate.of(12_345, 6, 7);
		LocalDate early = LocalDate.of(-43, 3, 15);
		Event first = event(1);
		first.day = far;
		first.at = far.atTime(1, 2, 3).toInstant(ZoneOffset.UTC);
		first.local = far.atTime(1, 2, 3);
		first.offset = far.atTime(1, 2, 3).atOffset(ZoneOffset.UTC);
		first.days = List.of(far, early, LocalDate.MAX, LocalDate.MIN);
		first.instants = List.of(first.at, early.atStartOfDay().toInstant(ZoneOffset.UTC), Instant.MAX);
		Event second = event(2);
		second.day = early;
		second.at = early.atStartOfDay().toInstant(ZoneOffset.UTC);
		second.local = early.atTime(23, 59);
		second.offset = early.atTime(23, 59).atOffset(ZoneOffset.UTC);
		store(bulk, first);
		store(bulk, second);

		assertThat(this.events.get("id", 1)).usingRecursiveComparison()
			.ignoringFields("state", "context")
			.isEqualTo(first);
		assertThat(this.events.get("id", 2)).usingRecursiveComparison()
			.ignoringFields("state", "context")
			.isEqualTo(second);
		assertThat(this.events.filter("day__in", List.of(far, early)).count()).isEqualTo(2);
		assertThat(this.events.filter("at__in", List.of(first.at, second.at)).count()).isEqualTo(2);
		assertThat(this.events.filter("local__in", List.of(first.local, second.local)).count()).isEqualTo(2);
		assertThat(this.events.filter("day__lt", LocalDate.of(0, 1, 1)).flat("id").list()).containsExactly(2L);
		assertThat(this.events.filter("day", "0044-03-15 BC").count()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "day", "-day", "at", "-at", "local", "-local", "length", "-length", "raw", "-raw" })
	void pagesByKeysGoOnAfterInfinityTheFarAndTheEarly(String ordering) {
		List<LocalDate> days = List.of(LocalDate.MIN, LocalDate.of(-43, 3, 15), LocalDate.of(2026, 1, 1),
				LocalDate.of(12_345, 6, 7), LocalDate.MAX);
		List<Instant> instants = List.of(Instant.MIN, Instant.parse("-0043-03-15T00:00:00Z"), Instant.EPOCH,
				Instant.parse("+12345-06-07T00:00:00Z"), Instant.MAX);
		List<LocalDateTime> moments = List.of(LocalDateTime.MIN, LocalDateTime.parse("-0043-03-15T00:00:00"),
				LocalDateTime.parse("2026-01-01T00:00:00"), LocalDateTime.parse("+12345-06-07T00:00:00"),
				LocalDateTime.MAX);
		List<Duration> lengths = List.of(Duration.ofSeconds(Long.MIN_VALUE), Duration.ofNanos(-1_000), Duration.ZERO,
				Duration.ofDays(40), INFINITE);
		for (int i = 0; i < days.size(); i++) {
			Event event = event(i);
			event.day = days.get(i);
			event.at = instants.get(i);
			event.local = moments.get(i);
			event.length = lengths.get(i);
			event.raw = new byte[] { (byte) i, 0, -1 };
			this.events.save(event);
		}
		assertThat(pagedByKeys(this.events, (event) -> event.id, ordering)).isEqualTo(inOrder(ordering, days.size()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "raw", "-raw", "ratio", "-ratio", "single", "-single" })
	void pagesByKeysGoOnAfterBytesOfAnyLengthAndNumbersWithoutEnd(String ordering) {
		List<byte[]> bytes = List.of(new byte[0], new byte[1], new byte[2], new byte[] { 0, 1 }, new byte[] { 1 },
				new byte[] { -1 });
		List<Double> ratios = List.of(Double.NEGATIVE_INFINITY, -Double.MAX_VALUE, 0.1, Double.MAX_VALUE,
				Double.POSITIVE_INFINITY, Double.NaN);
		List<Float> singles = List.of(Float.NEGATIVE_INFINITY, -Float.MAX_VALUE, 0.1f, Float.MAX_VALUE,
				Float.POSITIVE_INFINITY, Float.NaN);
		for (int i = 0; i < bytes.size(); i++) {
			Event event = event(i);
			event.raw = bytes.get(i);
			event.ratio = ratios.get(i);
			event.single = singles.get(i);
			this.events.save(event);
		}
		assertThat(pagedByKeys(this.events, (event) -> event.id, ordering)).isEqualTo(inOrder(ordering, bytes.size()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "stay", "-stay", "month", "-month", "year", "-year" })
	void pagesByKeysGoOnAfterPeriodsMonthsAndYears(String ordering) {
		List<Period> stays = List.of(Period.ofDays(-1), Period.ZERO, Period.of(0, 1, 1), Period.of(1, 2, 3));
		for (int i = 0; i < stays.size(); i++) {
			Thing thing = new Thing((long) i);
			thing.stay = stays.get(i);
			thing.month = YearMonth.of(2026, i + 1);
			thing.year = Year.of(2026 + i);
			this.things.save(thing);
		}
		assertThat(pagedByKeys(this.things, (thing) -> thing.id, ordering)).isEqualTo(inOrder(ordering, stays.size()));
	}

	private static List<Long> inOrder(String ordering, int rows) {
		List<Long> keys = new ArrayList<>(LongStream.range(0, rows).boxed().toList());
		if (ordering.startsWith("-")) {
			Collections.reverse(keys);
		}
		return keys;
	}

	private static <T extends Model> List<Long> pagedByKeys(Manager<T> rows, Function<T, Long> key, String ordering) {
		List<Long> seen = new ArrayList<>();
		String cursor = null;
		do {
			KeysetPage<T> page = rows.all().orderBy(ordering).after(cursor, 1);
			page.items().forEach((row) -> seen.add(key.apply(row)));
			cursor = page.cursor();
		}
		while (cursor != null);
		return seen;
	}

	private static Thing thing(long id) throws Exception {
		Thing thing = new Thing();
		thing.id = id;
		thing.link = URI.create("https://example.org/a?b=c");
		thing.locale = Locale.forLanguageTag("de-CH");
		thing.currency = Currency.getInstance("CHF");
		thing.zone = ZoneId.of("Europe/Zurich");
		thing.offset = ZoneOffset.ofHours(2);
		thing.month = YearMonth.of(2026, 5);
		thing.year = Year.of(2026);
		thing.birthday = MonthDay.of(2, 29);
		thing.stay = Period.of(1, 2, 3);
		thing.seen = ZonedDateTime.parse("2026-01-01T12:00:00Z");
		thing.address = InetAddress.getByName("192.168.0.1");
		thing.tags = Set.of("a", "b");
		thing.numbers = new int[] { 1, 2, 3 };
		thing.ratios = new double[] { 0.5 };
		thing.names = new String[] { "x", null };
		thing.keys = new UUID[] { new UUID(1, 2) };
		thing.weekdays = Set.of(DayOfWeek.MONDAY);
		thing.bits = (byte) -3;
		thing.letter = 'q';
		return thing;
	}

	@Test
	void classesOfTheJdkAreSavedAndRead() throws Exception {
		this.things.save(thing(1));
		this.things.bulkCreate(List.of(thing(2)));
		this.things.save(new Thing(3L));
		for (long id = 1; id <= 2; id++) {
			Thing stored = this.things.get("id", id);
			assertThat(stored).usingRecursiveComparison()
				.ignoringFields("state", "context", "seen")
				.isEqualTo(thing(id));
			assertThat(stored.seen.toInstant()).isEqualTo("2026-01-01T12:00:00Z");
		}
		assertThat(this.things.get("id", 3).numbers).isNull();
	}

	@Test
	void classesOfTheJdkAreComparedAndListed() throws Exception {
		Thing thing = thing(1);
		this.things.save(thing);
		for (String name : List.of("link", "locale", "currency", "zone", "offset", "month", "year", "birthday", "stay",
				"seen", "address", "bits", "letter", "tags", "numbers")) {
			Object value = this.things.filter("id", 1).flat(name).get();
			assertThat(this.things.filter(name, value).count()).as(name).isEqualTo(1);
			if (!List.of("tags", "numbers").contains(name)) {
				assertThat(this.things.filter(name + "__in", List.of(value)).count()).as(name).isEqualTo(1);
			}
		}
		assertThat(this.things.filter("month__year", 2026).count()).isEqualTo(1);
		assertThat(this.things.filter("year__gt", 2025).count()).isEqualTo(1);
		assertThat(this.things.filter("tags__contains", Set.of("a")).count()).isEqualTo(1);
		assertThat(this.things.filter("link", "https://example.org/a?b=c").count()).isEqualTo(1);
		this.things.filter("id", 1).update("zone", ZoneId.of("UTC"));
		assertThat(this.things.get("id", 1).zone).isEqualTo(ZoneId.of("UTC"));
	}

	@Table(name = "event")
	static class Event extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		@Nullable Instant at;

		@Nullable LocalDateTime local;

		@Nullable OffsetDateTime offset;

		@Nullable LocalDate day;

		@Nullable LocalTime time;

		@Nullable Duration length;

		@Nullable List<LocalTime> times;

		@Nullable List<Instant> instants;

		@Nullable List<LocalDate> days;

		byte @Nullable [] raw;

		@Nullable Double ratio;

		@Nullable Float single;

	}

	@Table(name = "thing")
	static class Thing extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		// tag::fields[]
		@Nullable URI link;

		@Nullable Locale locale;

		@Nullable Currency currency;

		@Nullable ZoneId zone;

		@Nullable ZoneOffset offset;

		@Nullable YearMonth month;

		@Nullable Year year;

		@Nullable MonthDay birthday;

		@Nullable Period stay;

		@Nullable ZonedDateTime seen;

		@Nullable InetAddress address;

		@Nullable Set<String> tags;

		int @Nullable [] numbers;

		double @Nullable [] ratios;

		String @Nullable [] names;

		UUID @Nullable [] keys;

		@Nullable Set<DayOfWeek> weekdays;

		@Nullable Byte bits;

		@Nullable Character letter;

		// end::fields[]

		Thing() {
		}

		Thing(Long id) {
			this.id = id;
		}

	}

}
