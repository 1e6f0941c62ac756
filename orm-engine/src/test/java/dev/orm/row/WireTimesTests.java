package dev.orm.row;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WireTimesTests {

	/** A prepare threshold of pgjdbc: results are binary from the first execution on. */
	private static final String BINARY = "&prepareThreshold=-1";

	/** Results are text at every execution. */
	private static final String TEXT = "&binaryTransfer=false&prepareThreshold=0";

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	@ParameterizedTest
	@ValueSource(strings = { BINARY, TEXT })
	void anInstantIsExactInBothFormats(String format) throws SQLException {
		assertInstant(format, "2024-03-31T01:30:00.123456Z");
		assertInstant(format, "1999-12-31T23:59:59.999999Z");
		assertInstant(format, "1969-12-31T23:59:59.000001Z");
		assertInstant(format, "1582-10-04T00:00:00Z");
		assertInstant(format, "0001-01-01T00:00:00Z");
		assertInstant(format, "9999-12-31T23:59:59.999999Z");
	}

	private static void assertInstant(String format, String text) throws SQLException {
		assertRead(format, "timestamptz '" + text + "'", (row) -> row.getInstant(1), Instant.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { BINARY, TEXT })
	void aDateIsExactInBothFormats(String format) throws SQLException {
		for (String text : new String[] { "2024-02-29", "2000-01-01", "1999-12-31", "1582-10-10", "0001-01-01" }) {
			assertRead(format, "date '" + text + "'", (row) -> row.getLocalDate(1), LocalDate.parse(text));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { BINARY, TEXT })
	void theYearBeforeYearOneIsZero(String format) throws SQLException {
		assertRead(format, "date '0001-06-01 BC'", (row) -> row.getLocalDate(1), LocalDate.of(0, 6, 1));
		assertRead(format, "timestamptz '0001-06-01 00:00:00+00 BC'", (row) -> row.getInstant(1),
				Instant.parse("0000-06-01T00:00:00Z"));
	}

	@ParameterizedTest
	@ValueSource(strings = { BINARY, TEXT })
	void infinityIsTheGreatestValueOfTheClass(String format) throws SQLException {
		assertRead(format, "timestamptz 'infinity'", (row) -> row.getInstant(1), Instant.MAX);
		assertRead(format, "timestamptz '-infinity'", (row) -> row.getInstant(1), Instant.MIN);
		assertRead(format, "timestamptz 'infinity'", (row) -> row.getOffsetDateTime(1), OffsetDateTime.MAX);
		assertRead(format, "date 'infinity'", (row) -> row.getLocalDate(1), LocalDate.MAX);
		assertRead(format, "date '-infinity'", (row) -> row.getLocalDate(1), LocalDate.MIN);
	}

	@ParameterizedTest
	@ValueSource(strings = { BINARY, TEXT })
	void nullIsNull(String format) throws SQLException {
		assertRead(format, "NULL::timestamptz", (row) -> row.getInstant(1), null);
		assertRead(format, "NULL::date", (row) -> row.getLocalDate(1), null);
		assertRead(format, "NULL::timestamptz", (row) -> row.getOffsetDateTime(1), null);
	}

	@ParameterizedTest
	@ValueSource(strings = { BINARY, TEXT })
	void aColumnBeyondTheSixtyFourthIsReadByTheDriver(String format) throws SQLException {
		String many = "1, ".repeat(64) + "timestamptz '2024-01-01 00:00:00+00', date '2024-01-02'";
		assertRead(format, many, (row) -> row.getInstant(65), Instant.parse("2024-01-01T00:00:00Z"));
		assertRead(format, many, (row) -> row.getLocalDate(66), LocalDate.of(2024, 1, 2));
	}

	@Test
	void eightBytesOfAnotherTypeAreNoInstant() {
		assertThatExceptionOfType(RowReadException.class)
			.isThrownBy(() -> read(BINARY, "42::bigint", (row) -> row.getInstant(1)));
		assertThatExceptionOfType(RowReadException.class)
			.isThrownBy(() -> read(BINARY, "42::int", (row) -> row.getLocalDate(1)));
	}

	@Test
	void theFormatIsBinaryWhereTheTestsSaySo() throws SQLException {
		assertThat((byte[]) read(BINARY, "timestamptz '2024-01-01 00:00:00+00'", (row) -> row.getBytes(1))).hasSize(8);
		assertThat((byte[]) read(TEXT, "timestamptz '2024-01-01 00:00:00+00'", (row) -> row.getBytes(1)))
			.hasSizeGreaterThan(8);
	}

	private static void assertRead(String format, String sql, Reading reading, Object expected) throws SQLException {
		assertThat(read(format, sql, reading)).as(sql).isEqualTo(expected);
	}

	private static Object read(String format, String sql, Reading reading) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database.url() + format);
				PreparedStatement statement = connection.prepareStatement("SELECT " + sql);
				ResultSet row = statement.executeQuery()) {
			RowReader reader = new RowReader(row);
			assertThat(reader.next()).isTrue();
			return reading.of(reader);
		}
	}

	/** Reads a value off a row. */
	private interface Reading {

		Object of(RowReader row);

	}

}
