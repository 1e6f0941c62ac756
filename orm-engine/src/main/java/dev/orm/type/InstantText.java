package dev.orm.type;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes instants as ISO text, as {@link Instant#toString()} does but without a
 * formatter: bulk writes make one text for each row.
 */
final class InstantText {

	private static final int SECONDS_OF_DAY = 86_400;

	/** The length of a text with microseconds. */
	private static final int LENGTH = "2026-01-01T00:00:00.000000Z".length();

	private InstantText() {
	}

	static String of(Instant value) {
		long day = Math.floorDiv(value.getEpochSecond(), (long) SECONDS_OF_DAY);
		int nanos = value.getNano();
		boolean far = day < 0 || day > 2_932_896;
		// 2932896 is the last day of the year 9999; the database rounds nanoseconds
		return (far || nanos % 1000 != 0) ? value.toString()
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

}
