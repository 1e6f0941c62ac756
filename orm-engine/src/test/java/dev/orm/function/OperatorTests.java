package dev.orm.function;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.expression.node.Operator;
import dev.orm.sql.Literal;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.test.SqlProbe;
import dev.orm.test.TestDatabase;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.function.FunctionProbe.column;
import static dev.orm.function.FunctionProbe.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OperatorTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(FunctionProbe.SCHEMA);

	private final SqlProbe probe = new SqlProbe(database, "sample");

	@Test
	void numbersOfOneKindStayAndIntegersGiveWay() {
		assertThat(first(Operator.ADD, column("count"), value(1))).isEqualTo(8);
		assertThat(first(Operator.ADD, column("count"), value(1L))).isEqualTo(8L);
		assertThat(first(Operator.DIV, column("count"), value(2))).isEqualTo(3);
		assertThat(first(Operator.MUL, column("amount"), column("count"))).isEqualTo(new BigDecimal("10.50"));
		assertThat(first(Operator.MUL, column("count"), column("ratio"))).isEqualTo(10.5);
		assertThat(first(Operator.SUB, column("amount"), value((short) 1))).isEqualTo(new BigDecimal("0.50"));
		assertThat(first(Operator.MOD, column("count"), value(4))).isEqualTo(3);
		assertThat(first(Operator.POW, column("count"), value(2))).isEqualTo(49);
		assertThat(first(Operator.MUL, value(2), value(3))).isEqualTo(6);
		assertThat(first(Operator.MUL, column("count"), value(0.5))).isEqualTo(3.5);
	}

	@Test
	void bitsAreCombinedAndMoved() {
		assertThat(first(Operator.BITAND, column("count"), value(5))).isEqualTo(5);
		assertThat(first(Operator.BITOR, column("count"), value(8))).isEqualTo(15);
		assertThat(first(Operator.BITXOR, column("count"), value(1))).isEqualTo(6);
		assertThat(first(Operator.BITLEFTSHIFT, column("count"), value(2L))).isEqualTo(28L);
		assertThat(first(Operator.BITRIGHTSHIFT, column("count"), value(1))).isEqualTo(3);
	}

	@Test
	void anExactNumberTimesAFractionIsExactOnceItsTypeIsGiven() {
		Sql product = Operators.combine(Operator.MUL, column("amount"), value(0.9), null);
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> OutputTypes.require(product))
			.withMessageContaining(
					"Cannot infer type of MUL expression involving these types: numeric(10, 2), double precision.");
		assertThat(this.probe.values(Operators.combine(Operator.MUL, column("amount"), value(0.9), ValueTypes.DECIMAL)))
			.containsExactly(new BigDecimal("1.350"), new BigDecimal("2.025"), null);
	}

	@Test
	void datesMoveByDurations() {
		assertThat(first(Operator.ADD, column("moment"), column("length")))
			.isEqualTo(Instant.parse("2024-11-03T05:31:45.500Z"));
		assertThat(first(Operator.SUB, column("moment"), value(Duration.ofHours(1))))
			.isEqualTo(Instant.parse("2024-11-03T04:30:15.500Z"));
		assertThat(first(Operator.ADD, value(Duration.ofDays(1)), column("day")))
			.isEqualTo(LocalDateTime.of(2024, 3, 1, 0, 0));
		assertThat(first(Operator.ADD, column("at"), value(Duration.ofMinutes(1))))
			.isEqualTo(LocalTime.parse("10:21:30.500"));
		assertThat(first(Operator.ADD, column("length"), column("length"))).isEqualTo(Duration.ofMinutes(3));
	}

	@Test
	void differencesOfTimesAreDurations() {
		assertThat(first(Operator.SUB, column("day"), value(LocalDate.of(2024, 2, 27)))).isEqualTo(Duration.ofDays(2));
		assertThat(first(Operator.SUB, column("moment"), value(Instant.parse("2024-11-03T05:30:00Z"))))
			.isEqualTo(Duration.ofMillis(15500));
		assertThat(first(Operator.SUB, column("at"), column("at"))).isEqualTo(Duration.ZERO);
		assertThat(first(Operator.SUB, column("moment"), FunctionProbe.call("TruncHour", column("moment"))))
			.isEqualTo(Duration.ofMillis(1815500));
	}

	@Test
	void localTimesOfDifferentZonesMeetAsInstants() {
		Sql here = FunctionProbe.call("TruncDay", Map.of("tz", "UTC"), null, column("moment"));
		Sql there = FunctionProbe.call("TruncDay", Map.of("tz", "America/New_York"), null, column("moment"));
		assertThat(first(Operator.SUB, there, here)).isEqualTo(Duration.ofHours(4));
		assertThat(first(Operator.SUB, there, there)).isEqualTo(Duration.ZERO);
	}

	@Test
	void whatDoesNotGoTogetherHasAMixedType() {
		for (List<String> pair : List.of(List.of("day", "count"), List.of("title", "count"),
				List.of("amount", "ratio"))) {
			Sql sum = Operators.combine(Operator.ADD, column(pair.get(0)), column(pair.get(1)), null);
			assertThatExceptionOfType(FieldException.class).isThrownBy(() -> OutputTypes.require(sum));
		}
	}

	@Test
	void nothingTakesTheTypeOfANumberBesideItAndOfNothingElse() {
		Sql nothing = Literal.nothing(ValueTypes.UNKNOWN);
		for (Sql number : List.of(column("small"), column("count"), column("amount"), column("ratio"))) {
			for (Sql sum : List.of(Operators.combine(Operator.ADD, number, nothing, null),
					Operators.combine(Operator.POW, nothing, number, null))) {
				assertThat(OutputTypes.require(sum).kind()).isEqualTo(number.type().kind());
				assertThat(this.probe.values(sum)).hasSize(3).containsOnlyNulls();
			}
			refused(Operator.BITAND, number, nothing);
		}
		for (Sql other : List.of(column("title"), column("day"), column("length"), column("flag"), nothing)) {
			refused(Operator.ADD, other, nothing);
			refused(Operator.SUB, nothing, other);
		}
	}

	@Test
	void sqlOfNoKnownTypeGoesTogetherWithNothing() {
		Sql written = Template.of("(1.5)", ValueTypes.UNKNOWN);
		for (Sql other : List.of(column("count"), column("amount"), column("title"), column("moment"), written)) {
			refused(Operator.ADD, other, written);
			refused(Operator.MUL, written, other);
		}
	}

	private static void refused(Operator operator, Sql left, Sql right) {
		Sql combined = Operators.combine(operator, left, right, null);
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> OutputTypes.require(combined))
			.withMessageContaining("Cannot infer type of " + operator + " expression involving these types: ")
			.withMessageContaining("unknown");
	}

	private @Nullable Object first(Operator operator, Sql left, Sql right) {
		return this.probe.values(Operators.combine(operator, left, right, null)).get(0);
	}

}
