package dev.orm.attack;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.orm.type.Range;
import tools.jackson.databind.json.JsonMapper;

/** The values at the edges of each type of {@link Sample}, by attribute. */
final class Extremes {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Extremes() {
	}

	static Map<String, List<Object>> values() {
		Map<String, List<Object>> values = new LinkedHashMap<>();
		numbers(values);
		texts(values);
		times(values);
		containers(values);
		return values;
	}

	private static void numbers(Map<String, List<Object>> values) {
		values.put("whole", List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE));
		values.put("small", List.of((short) 0, Short.MAX_VALUE, Short.MIN_VALUE));
		values.put("large", List.of(0L, Long.MAX_VALUE, Long.MIN_VALUE, 9007199254740993L));
		values.put("exact",
				List.of(BigDecimal.ZERO, new BigDecimal("1.00"), new BigDecimal("0E+10"), new BigDecimal("1E+100"),
						new BigDecimal("-1E-100"), new BigDecimal("1E-16383"), new BigDecimal("1E+131071"),
						new BigDecimal("1E+131072"), new BigDecimal("1E-16384"), new BigDecimal("9".repeat(1000))));
		values.put("price", List.of(new BigDecimal("99999999.99"), new BigDecimal("-99999999.99"),
				new BigDecimal("0.005"), new BigDecimal("0.015"), new BigDecimal("100000000")));
		values.put("huge", List.of(BigInteger.ZERO, BigInteger.TWO.pow(64), BigInteger.TEN.pow(1000).negate()));
		values.put("binary", List.of(0.0, -0.0, Double.MAX_VALUE, Double.MIN_VALUE, Double.MIN_NORMAL, Double.NaN,
				Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.1 + 0.2));
		values.put("single", List.of(0f, Float.MAX_VALUE, Float.MIN_VALUE, Float.NaN, Float.POSITIVE_INFINITY, 0.1f));
		values.put("flag", List.of(true, false));
	}

	private static void texts(Map<String, List<Object>> values) {
		List<Object> texts = List.of("", " ", "a ", "\t\n\r", "'", "\"", "\\", "%_", "{}", "NULL", "{NULL}", "\u0000",
				"\uD83D\uDE00", "\uD800", "\uDC00x", "e\u0301", "\u00e9", "\uFEFF", "x".repeat(100_000));
		values.put("text", texts);
		values.put("shortText", List.of("", "12345", "123456", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"));
	}

	private static void times(Map<String, List<Object>> values) {
		values.put("day",
				List.of(LocalDate.EPOCH, LocalDate.of(9999, 12, 31), LocalDate.of(10000, 1, 1),
						LocalDate.of(5874897, 12, 31), LocalDate.of(1, 1, 1), LocalDate.of(0, 12, 31),
						LocalDate.of(-4712, 1, 1), LocalDate.MAX, LocalDate.MIN, LocalDate.of(2024, 2, 29)));
		values.put("time", List.of(LocalTime.MIN, LocalTime.MAX, LocalTime.of(23, 59, 59, 999_999_000),
				LocalTime.of(12, 0, 0, 1), LocalTime.of(12, 0, 0, 1000)));
		values.put("local",
				List.of(LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999), LocalDateTime.of(1, 1, 1, 0, 0),
						LocalDateTime.of(-4000, 1, 1, 0, 0), LocalDateTime.of(294276, 12, 31, 23, 59),
						LocalDateTime.MAX, LocalDateTime.MIN));
		values.put("moment",
				List.of(Instant.EPOCH, Instant.parse("2024-03-31T01:00:00.999999999Z"), Instant.MAX, Instant.MIN,
						Instant.parse("-4000-01-01T00:00:00Z"), Instant.parse("+10000-01-01T00:00:00Z"),
						Instant.parse("1890-01-01T00:00:00.000001Z")));
		values.put("offsetMoment",
				List.of(OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(18)),
						OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(-18)), OffsetDateTime.MAX,
						OffsetDateTime.MIN));
		values.put("length",
				List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofNanos(-1000), Duration.ofDays(100_000),
						Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MIN_VALUE),
						Duration.ofSeconds(-90, 500_000_000)));
	}

	private static void containers(Map<String, List<Object>> values) {
		values.put("uid", List.of(new UUID(0, 0), new UUID(-1, -1)));
		values.put("bytes", List.of(new byte[0], new byte[] { 0, -1, 39, 92 }, new byte[100_000]));
		values.put("numbers", List.of(List.of(), List.of(1, Integer.MIN_VALUE), Arrays.asList(1, null, 3)));
		values.put("words", List.of(List.of(), List.of("", "NULL", "{", "}", "\"", "\\", ",", " a "),
				Arrays.asList("null", null), List.of("\uD800"), List.of("\u0000")));
		values.put("days", List.of(List.of(LocalDate.of(10000, 1, 1), LocalDate.of(-1, 1, 1)), List.of(LocalDate.MAX)));
		values.put("doc",
				List.of(json("{}"), json("[]"), json("null"), json("\"\""), json("1e400"), json("-0.0"),
						json("{\"a\": {\"a\": [1.10, 12345678901234567890]}}"), json("\"\\u0000\""),
						json("\"\\ud800\""), json("[".repeat(500) + "]".repeat(500))));
		values.put("span",
				List.of(Range.ofNothing(), new Range<>(null, null, false, false, false),
						new Range<>(Integer.MIN_VALUE, Integer.MAX_VALUE, true, false, false),
						new Range<>(5, 1, true, false, false)));
		values.put("period", List.of(new Range<>(Instant.EPOCH, null, true, false, false),
				new Range<>(Instant.parse("2024-01-01T00:00:00.999999999Z"), Instant.MAX, true, false, false)));
	}

	private static Object json(String text) {
		return MAPPER.readTree(text);
	}

}
