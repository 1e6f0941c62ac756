package dev.orm.type;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Conversions between the Java classes of points in time. What has no zone is taken to be
 * in the {@link CurrentZone}, what has one is moved to it, as Django does. A class that
 * does not fit gives null; a text that does not, a {@link java.time.DateTimeException}.
 */
final class Moments {

	private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
		.appendValue(ChronoField.YEAR, 4, 9, SignStyle.EXCEEDS_PAD)
		.appendPattern("-M-d")
		.toFormatter(Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder().parseCaseInsensitive()
		.append(DATE)
		.optionalStart()
		.appendPattern("['T'][' ']")
		.append(DateTimeFormatter.ISO_LOCAL_TIME)
		.appendPattern("[' ']")
		.appendPattern("[XXXXX][XXXX][X]")
		.optionalStart()
		.appendLiteral('[')
		.appendZoneRegionId()
		.appendLiteral(']')
		.toFormatter(Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private Moments() {
	}

	static @Nullable LocalDate toDate(Object value) {
		if (value instanceof CharSequence text) {
			return date(text.toString().strip());
		}
		if (value instanceof java.sql.Date date) {
			return date.toLocalDate();
		}
		LocalDateTime local = toLocalDateTime(value);
		return (local != null) ? local.toLocalDate() : null;
	}

	static @Nullable Instant toInstant(Object value) {
		Object moment = (value instanceof CharSequence text) ? parse(text) : value;
		if (moment instanceof Temporal temporal && temporal.isSupported(ChronoField.INSTANT_SECONDS)) {
			return Instant.from(temporal);
		}
		if (moment instanceof LocalDateTime local) {
			return local.atZone(CurrentZone.get()).toInstant();
		}
		if (moment instanceof LocalDate date) {
			return date.atStartOfDay(CurrentZone.get()).toInstant();
		}
		return (moment instanceof Date date) ? Instant.ofEpochMilli(date.getTime()) : null;
	}

	static @Nullable LocalDateTime toLocalDateTime(Object value) {
		Object moment = (value instanceof CharSequence text) ? parse(text) : value;
		if (moment instanceof LocalDateTime local) {
			return local;
		}
		if (moment instanceof LocalDate date) {
			return date.atStartOfDay();
		}
		Instant instant = toInstant(moment);
		return (instant != null) ? LocalDateTime.ofInstant(instant, CurrentZone.get()) : null;
	}

	static @Nullable LocalTime toTime(Object value) {
		if (value instanceof CharSequence text) {
			return LocalTime.parse(text.toString().strip());
		}
		if (value instanceof OffsetTime time) {
			return time.toLocalTime();
		}
		if (value instanceof java.sql.Time time) {
			return time.toLocalTime();
		}
		LocalDateTime local = (value instanceof LocalDate) ? null : toLocalDateTime(value);
		return (local != null) ? local.toLocalTime() : null;
	}

	private static LocalDate date(String text) {
		try {
			return LocalDate.parse(text, DATE);
		}
		catch (DateTimeException ex) {
			return otherwise(text, LocalDate.class, ex);
		}
	}

	private static TemporalAccessor parse(CharSequence given) {
		String text = given.toString().strip();
		try {
			return DATE_TIME.parseBest(text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from,
					LocalDate::from);
		}
		catch (DateTimeException ex) {
			return otherwise(text, Temporal.class, ex);
		}
	}

	/**
	 * Years of five digits and those before the year one, as the database writes them.
	 */
	private static <T> T otherwise(String text, Class<T> type, DateTimeException problem) {
		try {
			return type.cast(TimeText.parse(text));
		}
		catch (DateTimeException | ClassCastException ex) {
			throw problem;
		}
	}

}
