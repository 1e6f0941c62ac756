package dev.orm.type;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The text of an instant names the same instant, to the microsecond. */
class TimeTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999999Z", "2026-02-28T23:59:59Z",
			"2024-02-29T12:34:56.000001Z", "9999-12-31T23:59:59.999999Z", "+10000-01-01T00:00:00Z",
			"0001-01-01T00:00:00Z", "-0044-03-15T10:00:00Z" })
	void namesTheSameInstant(String text) {
		String written = TimeText.of(Instant.parse(text));
		assertThat(ValueTypes.DATETIME.codec().parse(written)).isEqualTo(Instant.parse(text));
	}

	@Test
	void cutsNanoseconds() {
		assertThat(TimeText.of(Instant.parse("2026-01-01T00:00:00.123456789Z")))
			.isEqualTo("2026-01-01T00:00:00.123456Z");
	}

}
