package dev.orm.type;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.orm.row.RowReadException;
import dev.orm.row.RowReader;
import dev.orm.row.StoredValueException;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RoundTripTests {

	/**
	 * More than pgjdbc's threshold, after which parameters and columns travel in binary.
	 */
	private static final int ENOUGH_FOR_BINARY = 7;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	static List<Arguments> values() {
		List<Arguments> all = new ArrayList<>(scalars());
		all.addAll(composites());
		return all;
	}

	private static List<Arguments> scalars() {
		return List.of(Arguments.of(ValueTypes.SMALLINT, (short) -3), Arguments.of(ValueTypes.INTEGER, 0),
				Arguments.of(ValueTypes.BIGINT, Long.MIN_VALUE), Arguments.of(ValueTypes.REAL, 1.5f),
				Arguments.of(ValueTypes.FLOAT, Double.NaN), Arguments.of(ValueTypes.FLOAT, Double.NEGATIVE_INFINITY),
				Arguments.of(ValueTypes.DECIMAL, new BigDecimal("-0.10")),
				Arguments.of(ValueTypes.decimal(10, 2), new BigDecimal("12345678.90")),
				Arguments.of(ValueTypes.TEXT, "naïve \\ \" 'q' 🙂"), Arguments.of(ValueTypes.varchar(5), "abc"),
				Arguments.of(ValueTypes.BOOLEAN, false), Arguments.of(ValueTypes.BOOLEAN, true),
				Arguments.of(ValueTypes.DATE, LocalDate.of(2024, 2, 29)), Arguments.of(ValueTypes.DATE, LocalDate.MAX),
				Arguments.of(ValueTypes.DATETIME, Instant.parse("2024-03-31T01:30:00.123456Z")),
				Arguments.of(ValueTypes.DATETIME, Instant.MAX), Arguments.of(ValueTypes.DATETIME, Instant.MIN),
				Arguments.of(ValueTypes.OFFSET_DATETIME, OffsetDateTime.parse("1969-12-31T23:59:59.999999Z")),
				Arguments.of(ValueTypes.LOCAL_DATETIME, LocalDateTime.parse("2024-03-31T02:30:00")),
				Arguments.of(ValueTypes.TIME, LocalTime.of(23, 59, 59, 999_999_000)),
				Arguments.of(ValueTypes.DURATION, Duration.ofMillis(-90_500)),
				Arguments.of(ValueTypes.DURATION, Duration.parse("P40DT3H2M1.000001S")),
				Arguments.of(ValueTypes.DURATION, Duration.parse("PT-0.000001S")),
				Arguments.of(ValueTypes.UUID, UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")),
				Arguments.of(ValueTypes.BINARY, new byte[] { 0, -1, 39, 92 }),
				Arguments.of(ValueTypes.INET, "192.168.0.1"), Arguments.of(ValueTypes.TSVECTOR, "'a':1 'b':2"),
				Arguments.of(ValueTypes.TSQUERY, "'a' & 'b'"));
	}

	private static List<Arguments> composites() {
		Instant start = Instant.parse("2024-01-01T00:00:00Z");
		return List.of(Arguments.of(ValueTypes.JSON, JsonMapper.shared().readTree("{\"a\":[1,null,\"x\"]}")),
				Arguments.of(ValueTypes.json(Map.class), Map.of("k", List.of(1, 2))),
				Arguments.of(ValueTypes.json(Point.class), new Point(1, "two")),
				Arguments.of(ValueTypes.INT4RANGE, Range.closedOpen(1, 5)),
				Arguments.of(ValueTypes.INT8RANGE, Range.closedOpen(1L, null)),
				Arguments.of(ValueTypes.NUMRANGE, Range.closed(new BigDecimal("1.5"), new BigDecimal("2.5"))),
				Arguments.of(ValueTypes.DATERANGE, Range.ofNothing()),
				Arguments.of(ValueTypes.TSTZRANGE, Range.closedOpen(start, start.plusSeconds(60))),
				Arguments.of(ValueTypes.parse("int[]"), Arrays.asList(1, null, 3)),
				Arguments.of(ValueTypes.parse("bigint[][]"), List.of(List.of(1L, 2L), List.of(3L, 4L))),
				Arguments.of(ValueTypes.parse("smallint[]"), List.of((short) 1)),
				Arguments.of(ValueTypes.parse("varchar(40)[]"), Arrays.asList("a,b", "NULL", null, "", "q\"\\")),
				Arguments.of(ValueTypes.parse("text[][]"), List.of(List.of("a"), List.of("{b}"))),
				Arguments.of(ValueTypes.parse("decimal(5,2)[]"), List.of(new BigDecimal("1.50"))),
				Arguments.of(ValueTypes.parse("bool[]"), List.of(true, false)),
				Arguments.of(ValueTypes.parse("float[]"), List.of(1.5, Double.POSITIVE_INFINITY)),
				Arguments.of(ValueTypes.parse("uuid[]"), List.of(new UUID(1, 2))),
				Arguments.of(ValueTypes.parse("date[]"), List.of(LocalDate.of(2024, 3, 31))),
				Arguments.of(ValueTypes.parse("datetime[]"), List.of(start, Instant.MAX)),
				Arguments.of(ValueTypes.parse("duration[]"), List.of(Duration.ofSeconds(-5, 1000))),
				Arguments.of(ValueTypes.parse("int4range[]"), List.of(Range.closedOpen(1, 2))),
				Arguments.of(ValueTypes.parse("json[]"), List.of(JsonMapper.shared().readTree("{\"a\": \"b,\\\"c\"}"))),
				Arguments.of(ValueTypes.parse("bytea[]"), List.of()),
				Arguments.of(ValueTypes.parse("int[]"), List.of()));
	}

	@ParameterizedTest
	@MethodSource("values")
	void whatIsBoundComesBack(ValueType type, Object value) throws SQLException {
		try (Connection connection = database.dataSource().getConnection();
				PreparedStatement statement = connection.prepareStatement("SELECT ?::" + type.sqlName())) {
			for (int i = 0; i < ENOUGH_FOR_BINARY; i++) {
				assertThat(read(statement, type, value)).isEqualTo(value);
			}
			assertThat(read(statement, type, null)).isNull();
		}
	}

	private static @Nullable Object read(PreparedStatement statement, ValueType type, @Nullable Object value)
			throws SQLException {
		type.bind(statement, 1, value);
		try (ResultSet row = statement.executeQuery()) {
			RowReader reader = new RowReader(row);
			assertThat(reader.next()).isTrue();
			return reader.get(1, type);
		}
	}

	@ParameterizedTest
	@MethodSource("values")
	void boundParametersHaveTheColumnsType(ValueType type, Object value) throws SQLException {
		try (Connection connection = database.dataSource().getConnection();
				PreparedStatement statement = connection.prepareStatement("SELECT pg_typeof(?)::text")) {
			type.bind(statement, 1, value);
			String withValue = first(statement);
			type.bind(statement, 1, null);

			assertThat(first(statement)).isEqualTo(withValue);
			assertThat(ValueTypes.parse(withValue).kind()).isEqualTo(type.kind());
		}
	}

	private static String first(PreparedStatement statement) throws SQLException {
		try (ResultSet row = statement.executeQuery()) {
			row.next();
			return row.getString(1);
		}
	}

	@Test
	void monthsAndYearsOfIntervalsAreNoDuration() throws SQLException {
		assertThat(query("SELECT interval '3 days -01:00'", ValueTypes.DURATION))
			.isEqualTo(Duration.ofDays(3).minusHours(1));
		assertThatExceptionOfType(StoredValueException.class)
			.isThrownBy(() -> query("SELECT interval '1 year 2 months'", ValueTypes.DURATION))
			.withMessageContaining("it has months, as a Period has");
	}

	@Test
	void aNumericThatIsNotANumberSaysWhatToDo() {
		assertThatExceptionOfType(RowReadException.class)
			.isThrownBy(() -> query("SELECT 'NaN'::numeric", ValueTypes.DECIMAL))
			.withMessageContaining("numeric 'NaN', which a BigDecimal cannot hold; cast it to double precision");
	}

	@Test
	void unknownColumnsComeByTheirOwnType() throws SQLException {
		assertThat(query("SELECT 5", ValueTypes.UNKNOWN)).isEqualTo(5);
		assertThat(query("SELECT timestamptz '2024-01-01 00:00Z'", ValueTypes.UNKNOWN))
			.isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
		assertThat(query("SELECT timestamp '2024-01-01 00:00'", ValueTypes.UNKNOWN))
			.isEqualTo(LocalDateTime.parse("2024-01-01T00:00"));
		assertThat(query("SELECT date '2024-01-01'", ValueTypes.UNKNOWN)).isEqualTo(LocalDate.of(2024, 1, 1));
		assertThat(query("SELECT ARRAY[1, 2]", ValueTypes.UNKNOWN)).isEqualTo(List.of(1, 2));
		assertThat(query("SELECT interval '5 seconds'", ValueTypes.UNKNOWN)).isEqualTo(Duration.ofSeconds(5));
		assertThat(query("SELECT '{\"a\": 1}'::jsonb", ValueTypes.UNKNOWN)).isInstanceOf(JsonNode.class);
		assertThat(query("SELECT point '(1,2)'", ValueTypes.UNKNOWN)).hasToString("(1.0,2.0)");
	}

	@Test
	void arraysMayStartAnywhere() throws SQLException {
		assertThat(query("SELECT '[0:1]={a,b}'::text[]", ValueTypes.parse("text[]"))).isEqualTo(List.of("a", "b"));
	}

	private static @Nullable Object query(String sql, ValueType type) throws SQLException {
		try (Connection connection = database.dataSource().getConnection();
				PreparedStatement statement = connection.prepareStatement(sql);
				ResultSet row = statement.executeQuery()) {
			RowReader reader = new RowReader(row);
			reader.next();
			return reader.get(1, type);
		}
	}

	record Point(int x, String name) {

	}

}
