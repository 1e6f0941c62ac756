package dev.orm.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import dev.orm.choice.Choice;
import dev.orm.error.ValueConversionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConversionTests {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private static Object convert(ValueType type, Object value) {
		return type.codec().convert(value);
	}

	private static void refuses(ValueType type, Object value, String message) {
		assertThatExceptionOfType(ValueConversionException.class).isThrownBy(() -> convert(type, value))
			.withMessageContaining(message);
	}

	@Test
	void anIntegerTakesWholeNumbersAndNumericText() {
		assertThat(convert(ValueTypes.BIGINT, 5)).isEqualTo(5L);
		assertThat(convert(ValueTypes.BIGINT, " 5 ")).isEqualTo(5L);
		assertThat(convert(ValueTypes.BIGINT, new BigDecimal("5.00"))).isEqualTo(5L);
		assertThat(convert(ValueTypes.BIGINT, 1e3)).isEqualTo(1000L);
		assertThat(convert(ValueTypes.BIGINT, new BigInteger("-9223372036854775808"))).isEqualTo(Long.MIN_VALUE);
		assertThat(convert(ValueTypes.INTEGER, 7L)).isEqualTo(7);
		assertThat(convert(ValueTypes.SMALLINT, 7L)).isEqualTo((short) 7);
	}

	@Test
	void anIntegerRefusesWhatWouldLoseSomething() {
		refuses(ValueTypes.BIGINT, "abc", "'abc' is not a valid integer.");
		refuses(ValueTypes.BIGINT, 1.5, "'1.5' is not a valid integer.");
		refuses(ValueTypes.BIGINT, true, "'true' (java.lang.Boolean) is not a valid integer.");
		refuses(ValueTypes.BIGINT, Double.NaN, "'NaN' is not a valid integer.");
		refuses(ValueTypes.BIGINT, "1e30", "'1e30' is out of range for integer.");
		refuses(ValueTypes.SMALLINT, 40_000, "'40000' is out of range for smallint.");
	}

	@Test
	void aDecimalOfADoubleIsItsShortestText() {
		assertThat(convert(ValueTypes.DECIMAL, 0.1)).isEqualTo(new BigDecimal("0.1"));
		assertThat(convert(ValueTypes.DECIMAL, "12.340")).isEqualTo(new BigDecimal("12.340"));
		refuses(ValueTypes.DECIMAL, "twelve", "'twelve' is not a valid decimal.");
	}

	@Test
	void aFloatTakesTextAndInfinities() {
		assertThat(convert(ValueTypes.FLOAT, "2.5")).isEqualTo(2.5);
		assertThat(convert(ValueTypes.FLOAT, 3)).isEqualTo(3.0);
		assertThat(convert(ValueTypes.FLOAT, "Infinity")).isEqualTo(Double.POSITIVE_INFINITY);
		refuses(ValueTypes.FLOAT, List.of(), "(java.util.ImmutableCollections");
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "t", "1", "True" })
	void aBooleanTakesTheUsualTexts(String text) {
		assertThat(convert(ValueTypes.BOOLEAN, text)).isEqualTo(true);
	}

	@Test
	void aBooleanTakesZeroAndOneOnly() {
		assertThat(convert(ValueTypes.BOOLEAN, 0)).isEqualTo(false);
		refuses(ValueTypes.BOOLEAN, 2, "'2' is not a valid boolean.");
		refuses(ValueTypes.BOOLEAN, "yes", "'yes' is not a valid boolean.");
	}

	@Test
	void textOfNumbersAndConstantsIsTheirStoredText() {
		assertThat(convert(ValueTypes.TEXT, 5)).isEqualTo("5");
		assertThat(convert(ValueTypes.TEXT, Size.LARGE)).isEqualTo("L");
		assertThat(convert(ValueTypes.TEXT, Plain.ONE)).isEqualTo("ONE");
		refuses(ValueTypes.TEXT, List.of(1), "is not a valid text");
	}

	@Test
	void anEnumTakesConstantsStoredTextsAndNames() {
		ValueType size = ValueTypes.enumOf(Size.class);

		assertThat(convert(size, Size.LARGE)).isEqualTo(Size.LARGE);
		assertThat(convert(size, "L")).isEqualTo(Size.LARGE);
		assertThat(convert(size, "LARGE")).isEqualTo(Size.LARGE);
		refuses(size, "XL", "'XL' is not a valid Size. Choices are: S, L");
	}

	@Test
	void labelsOfChoicesComeFromTheirNames() {
		assertThat(Size.SMALL.label()).isEqualTo("Small");
		assertThat(Progress.IN_PROGRESS.label()).isEqualTo("In Progress");
	}

	@Test
	void aDatetimeWithoutZoneIsInTheCurrentZone() {
		Instant noonInParis = Instant.parse("2024-06-01T10:00:00Z");

		CurrentZone.with(PARIS, () -> {
			assertThat(convert(ValueTypes.DATETIME, "2024-06-01T12:00:00")).isEqualTo(noonInParis);
			assertThat(convert(ValueTypes.DATETIME, "2024-06-01 12:00")).isEqualTo(noonInParis);
			assertThat(convert(ValueTypes.DATETIME, LocalDateTime.of(2024, 6, 1, 12, 0))).isEqualTo(noonInParis);
			assertThat(convert(ValueTypes.DATETIME, LocalDate.of(2024, 6, 1)))
				.isEqualTo(Instant.parse("2024-05-31T22:00:00Z"));
			return noonInParis;
		});
		assertThat(CurrentZone.get()).isEqualTo(ZoneOffset.UTC);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024-06-01T10:00:00Z", "2024-06-01 12:00:00+02", "2024-06-01T12:00:00+02:00",
			"2024-06-01 12:00:00.000+0200", "2024-06-01T12:00:00+02:00[Europe/Paris]" })
	void aDatetimeWithZoneIsWhatItSays(String text) {
		assertThat(convert(ValueTypes.DATETIME, text)).isEqualTo(Instant.parse("2024-06-01T10:00:00Z"));
	}

	@Test
	void aDateOfADatetimeIsTheDayInTheCurrentZone() {
		Instant late = Instant.parse("2024-06-01T23:30:00Z");

		assertThat(convert(ValueTypes.DATE, late)).isEqualTo(LocalDate.of(2024, 6, 1));
		assertThat(CurrentZone.<Object>with(PARIS, () -> convert(ValueTypes.DATE, late)))
			.isEqualTo(LocalDate.of(2024, 6, 2));
		assertThat(convert(ValueTypes.DATE, "2024-6-1")).isEqualTo(LocalDate.of(2024, 6, 1));
		refuses(ValueTypes.DATE, "2024-02-30", "'2024-02-30' is not a valid date.");
		refuses(ValueTypes.DATE, 5, "'5' is not a valid date.");
	}

	@Test
	void timesAndDurationsAreIso() {
		assertThat(convert(ValueTypes.TIME, "12:30")).isEqualTo(LocalTime.of(12, 30));
		assertThat(convert(ValueTypes.DURATION, "PT-90.5S")).isEqualTo(Duration.ofMillis(-90_500));
		refuses(ValueTypes.DURATION, 90, "'90' is not a valid duration.");
		refuses(ValueTypes.TIME, "25:00", "'25:00' is not a valid time.");
	}

	@Test
	void aUuidNeedsNoDashes() {
		UUID id = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");

		assertThat(convert(ValueTypes.UUID, "f81d4fae7dec11d0a76500a0c91e6bf6")).isEqualTo(id);
		assertThat(convert(ValueTypes.UUID, id.toString())).isEqualTo(id);
		refuses(ValueTypes.UUID, "f81d", "'f81d' is not a valid UUID.");
	}

	@Test
	void jsonOfAStringIsAJsonString() {
		JsonNode node = (JsonNode) convert(ValueTypes.JSON, "{\"a\": 1}");

		assertThat(node.isString()).isTrue();
		assertThat(((JsonNode) convert(ValueTypes.JSON, List.of(1, "x"))).toString()).isEqualTo("[1,\"x\"]");
	}

	@Test
	void arraysConvertTheirElements() {
		ValueType numbers = ValueTypes.parse("bigint[]");

		assertThat(convert(numbers, Arrays.asList(1, "2", null))).isEqualTo(Arrays.asList(1L, 2L, null));
		assertThat(convert(numbers, new int[] { 1, 2 })).isEqualTo(List.of(1L, 2L));
		assertThat(convert(ValueTypes.parse("int[][]"), List.of(List.of(1L), List.of("2"))))
			.isEqualTo(List.of(List.of(1), List.of(2)));
		refuses(numbers, List.of("x"), "'x' is not a valid integer.");
		refuses(numbers, 5, "'5' is not a valid bigint[].");
	}

	@Test
	void rangesComeFromRangesPairsAndText() {
		assertThat(convert(ValueTypes.INT4RANGE, Range.closed(1L, 5L))).isEqualTo(Range.closed(1, 5));
		assertThat(convert(ValueTypes.INT4RANGE, Arrays.asList(1, null))).isEqualTo(Range.closedOpen(1, null));
		assertThat(convert(ValueTypes.DATERANGE, "[2024-01-01,2024-02-01)"))
			.isEqualTo(Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1)));
		refuses(ValueTypes.INT4RANGE, 5, "'5' is not a valid int4range.");
	}

	@Test
	void offsetsBecomeUtc() {
		assertThat(convert(ValueTypes.OFFSET_DATETIME, Instant.EPOCH))
			.isEqualTo(OffsetDateTime.parse("1970-01-01T00:00:00Z"));
	}

	private enum Size implements Choice {

		SMALL("S"), LARGE("L");

		private final String value;

		Size(String value) {
			this.value = value;
		}

		@Override
		public String value() {
			return this.value;
		}

	}

	private enum Progress implements Choice {

		IN_PROGRESS;

		@Override
		public String value() {
			return "p";
		}

	}

	private enum Plain {

		ONE

	}

}
