package dev.orm.type;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.codec.Refusals;

/**
 * Points in time as PostgreSQL writes and reads them: microseconds, years of any number
 * of digits, and {@code BC} for those before the year one. Nanoseconds are cut, never
 * rounded: a moment before midnight stays before it.
 */
final class TimeText {

	private static final int NANOS_OF_MICRO = 1000;

	private static final LocalDate FIRST_DAY = LocalDate.of(-4713, 11, 24);

	private static final LocalDate LAST_DAY = LocalDate.of(5_874_897, 12, 31);

	private static final int LAST_YEAR = 294_276;

	/** The last year ISO writes as the database does. */
	private static final int MAX_PLAIN_YEAR = 9999;

	private static final int SECONDS_OF_DAY = 86_400;

	/** The length of a text with microseconds. */
	private static final int LENGTH = "2026-01-01T00:00:00.000000Z".length();

	private static final Pattern TEXT = Pattern.compile("""
			(\\d{4,7})-(\\d\\d)-(\\d\\d)(?:[ T](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)\
			([+-]\\d\\d(?::?\\d\\d(?::?\\d\\d)?)?|Z)?)?( BC)?""");

	private TimeText() {
	}

	/** Cut what is finer than the database keeps. */
	@SuppressWarnings("unchecked")
	static <T extends Temporal> T cut(T value) {
		int rest = value.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_MICRO;
		return (rest == 0) ? value : (T) value.minus(rest, ChronoUnit.NANOS);
	}

	/** Refuse a day the database has none for. */
	static LocalDate checked(LocalDate day) {
		if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
			throw Refusals.outOfRange(day, "date");
		}
		return day;
	}

	/** Refuse a moment the database has none for, and cut its nanoseconds. */
	static LocalDateTime checked(LocalDateTime moment) {
		checkTimestamp(moment.toLocalDate(), moment);
		return cut(moment);
	}

	/** Refuse a moment the database has none for, and cut its nanoseconds. */
	static OffsetDateTime checked(OffsetDateTime moment) {
		checkTimestamp(moment.toLocalDate(), moment);
		return cut(moment);
	}

	private static void checkTimestamp(LocalDate day, Object moment) {
		if (day.isBefore(FIRST_DAY) || day.getYear() > LAST_YEAR) {
			throw Refusals.outOfRange(moment, "timestamp");
		}
	}

	static String of(LocalDate day) {
		return digits(checked(day)) + era(day);
	}

	static String of(LocalDateTime moment) {
		LocalDateTime cut = checked(moment);
		return digits(cut.toLocalDate()) + " " + cut.toLocalTime() + era(cut.toLocalDate());
	}

	static String of(OffsetDateTime moment) {
		OffsetDateTime cut = checked(moment);
		return digits(cut.toLocalDate()) + " " + cut.toLocalTime() + cut.getOffset() + era(cut.toLocalDate());
	}

	/** Without a formatter: bulk writes make one text for each row. */
	static String of(Instant value) {
		long day = Math.floorDiv(value.getEpochSecond(), (long) SECONDS_OF_DAY);
		int nanos = value.getNano();
		boolean far = day < 0 || day > 2_932_896;
		// 2932896 is the last day of the year 9999; nanoseconds are cut
		return far ? of(value.atOffset(ZoneOffset.UTC))
				: text(LocalDate.ofEpochDay(day), Math.floorMod(value.getEpochSecond(), SECONDS_OF_DAY), nanos / 1000);
	}

	private static String text(LocalDate date, int second, int micros) {
		byte[] text = new byte[(micros != 0) ? LENGTH : LENGTH - 7];
		put(text, 0, date.getYear(), 4);
		text[4] = '-';
		put(text, 5, date.getMonthValue(), 2);
		text[7] = '-';
		put(text, 8, date.getDayOfMonth(), 2);
		text[10] = 'T';
		put(text, 11, second / 3600, 2);
		text[13] = ':';
		put(text, 14, second / 60 % 60, 2);
		text[16] = ':';
		put(text, 17, second % 60, 2);
		if (micros != 0) {
			text[19] = '.';
			put(text, 20, micros, 6);
		}
		text[text.length - 1] = 'Z';
		return new String(text, StandardCharsets.ISO_8859_1);
	}

	private static void put(byte[] text, int from, int number, int digits) {
		int rest = number;
		for (int i = from + digits - 1; i >= from; i--) {
			text[i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
	}

	private static String digits(LocalDate day) {
		if (day.getYear() > 0 && day.getYear() <= MAX_PLAIN_YEAR) {
			return day.toString();
		}
		int year = (day.getYear() > 0) ? day.getYear() : 1 - day.getYear();
		return "%04d-%02d-%02d".formatted(year, day.getMonthValue(), day.getDayOfMonth());
	}

	private static String era(LocalDate day) {
		return (day.getYear() > 0) ? "" : " BC";
	}

	/**
	 * Read the database's text.
	 * @param text the text
	 * @return a date, a date and time, or one with an offset
	 * @throws DateTimeException if the text is none of them
	 */
	static Temporal parse(String text) {
		Matcher parts = TEXT.matcher(text);
		if (!parts.matches()) {
			throw new DateTimeException("not a date or a timestamp");
		}
		int year = Integer.parseInt(parts.group(1));
		LocalDate day = LocalDate.of((parts.group(6) == null) ? year : 1 - year, Integer.parseInt(parts.group(2)),
				Integer.parseInt(parts.group(3)));
		if (parts.group(4) == null) {
			return day;
		}
		LocalDateTime moment = day.atTime(LocalTime.parse(parts.group(4)));
		return (parts.group(5) == null) ? moment : moment.atOffset(ZoneOffset.of(parts.group(5)));
	}

}
