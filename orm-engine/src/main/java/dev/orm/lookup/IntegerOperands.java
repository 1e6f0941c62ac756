package dev.orm.lookup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

import dev.orm.codec.Numerals;
import dev.orm.error.NumberConversionException;
import dev.orm.sql.Sql;
import dev.orm.tree.Terms;
import dev.orm.type.Conversion;
import dev.orm.type.Kind;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Values against integer columns, as Django compares them: what the column cannot hold
 * never reaches the database, a float is rounded up for {@code gte} and {@code lt} and
 * cut for the others.
 */
final class IntegerOperands {

	private static final Set<String> ROUND_UP = Set.of("gte", "lt");

	private IntegerOperands() {
	}

	/**
	 * Answer where the value alone decides. Only the width of a whole number may choose
	 * the text.
	 * @param name the lookup
	 * @param kind the kind of the column
	 * @param value the value
	 * @return the condition, or empty if the value must be compared
	 */
	static Optional<Sql> decide(String name, Kind kind, @Nullable Object value) {
		int side = side(kind, value);
		if (side == 0) {
			return Optional.empty();
		}
		boolean holds = (side > 0) ? name.equals("lt") || name.equals("lte") : name.equals("gt") || name.equals("gte");
		return Optional.of(holds ? Terms.TRUE : Terms.FALSE);
	}

	/** Bind a value of any class against an integer column. */
	static Sql bind(String name, Sql left, Operand.Value value) {
		if (isWhole(value.value()) || value.value() instanceof Boolean) {
			return Operands.bind(value, left.type());
		}
		RoundingMode mode = ROUND_UP.contains(name) ? RoundingMode.CEILING : RoundingMode.DOWN;
		Conversion rounding = (given) -> (given != null) ? toLong(given, mode) : null;
		return Operands.bind(value, ValueTypes.BIGINT, rounding);
	}

	static boolean isWhole(@Nullable Object value) {
		return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte
				|| value instanceof BigInteger;
	}

	/**
	 * Tell where a whole number lies: below what the kind holds (-1), within (0), above
	 * (1).
	 */
	static int side(Kind kind, @Nullable Object value) {
		if (value == null || !isWhole(value)) {
			return 0;
		}
		BigInteger number = (value instanceof BigInteger big) ? big : BigInteger.valueOf(((Number) value).longValue());
		int bits = switch (kind) {
			case SMALLINT -> Short.SIZE;
			case INTEGER -> Integer.SIZE;
			default -> Long.SIZE;
		};
		return (number.bitLength() < bits) ? 0 : number.signum();
	}

	/**
	 * A fraction or text as a whole number; what is wider than the widest column is the
	 * nearest it can hold.
	 */
	static Object toLong(Object value, RoundingMode mode) {
		BigDecimal number = decimal(value);
		// int("1.5") is an error in Python, int(1.5) is not
		if (value instanceof CharSequence && Numerals.isFraction(number)) {
			throw new NumberConversionException("'%s' is not a valid integer.".formatted(value)).of(value);
		}
		RoundingMode used = (value instanceof BigDecimal) ? RoundingMode.DOWN : mode;
		return Numerals.toLong(number, used);
	}

	private static BigDecimal decimal(Object value) {
		if (value instanceof BigDecimal number) {
			return number;
		}
		if (value instanceof Boolean flag) {
			return flag ? BigDecimal.ONE : BigDecimal.ZERO;
		}
		try {
			return Numerals.parse(value.toString());
		}
		catch (NumberFormatException ex) {
			throw new NumberConversionException(
					"'%s' (%s) is not a valid integer.".formatted(value, value.getClass().getName()))
				.of(value);
		}
	}

}
