package dev.orm.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * The codecs of numbers. A fraction never becomes an integer silently, and a value too
 * wide for its column is refused here, not by the server.
 */
public final class NumberCodecs {

	/** As many as Python reads of a whole number, zeros included. */
	private static final int MOST_DIGITS = 4_300;

	private NumberCodecs() {
	}

	/**
	 * Read an exact number.
	 * @param row the result set
	 * @param column the column, from 1
	 * @return the number
	 * @throws SQLException if the driver refuses, or if the value is NaN or an infinity
	 */
	static @Nullable BigDecimal readDecimal(ResultSet row, int column) throws SQLException {
		try {
			Object value = row.getObject(column);
			if (value == null || value instanceof BigDecimal) {
				return (BigDecimal) value;
			}
			// functions such as SIN answer a float even of a numeric; Django takes its
			// exact value
			boolean binary = value instanceof Double number && Double.isFinite(number);
			return binary ? new BigDecimal(row.getDouble(column)) : row.getBigDecimal(column);
		}
		catch (SQLException ex) {
			String text = row.getString(column);
			if (text != null && (text.equals("NaN") || text.endsWith("Infinity"))) {
				throw new SQLException(
						"Column " + column + " holds numeric '" + text
								+ "', which a BigDecimal cannot hold; cast it to double precision or filter it out",
						"22003", ex);
			}
			throw ex;
		}
	}

	/**
	 * The driver takes time by the square of the digits; the text of a number does not.
	 */
	private static void bindNumeric(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
		BigDecimal number = Numerals.checked(value);
		if (number.precision() > MOST_DIGITS) {
			NamedTypeCodec.bind(statement, index, "numeric", number.toString());
		}
		else {
			statement.setBigDecimal(index, number);
		}
	}

	private static long integral(Object value, String type) {
		if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
			return ((Number) value).longValue();
		}
		if (value instanceof CharSequence text && text.length() > MOST_DIGITS) {
			throw Refusals.outOfRange(value, type);
		}
		BigDecimal exact = decimal(value, type);
		if (Numerals.isFraction(exact)) {
			throw Refusals.notANumber(value, type, null);
		}
		if (!Numerals.fitsLong(exact)) {
			throw Refusals.outOfRange(value, type);
		}
		return exact.longValue();
	}

	private static BigDecimal decimal(Object value, String type) {
		if (value instanceof BigDecimal exact) {
			return Numerals.checked(exact);
		}
		if (value instanceof BigInteger whole) {
			return Numerals.checked(new BigDecimal(whole));
		}
		if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
			return BigDecimal.valueOf(((Number) value).longValue());
		}
		if (value instanceof Number || value instanceof CharSequence) {
			return parse(value, type);
		}
		throw refusal(value, type, null);
	}

	/** Django's decimals refuse by {@code ValidationError}, its integers do not. */
	private static RuntimeException refusal(Object value, String type, @Nullable Throwable cause) {
		return type.equals("decimal") ? Refusals.notA(value, type, cause) : Refusals.notANumber(value, type, cause);
	}

	private static BigDecimal parse(Object value, String type) {
		try {
			// the text of a double is its shortest exact form: 0.1 stays 0.1
			return Numerals.parse(value.toString());
		}
		catch (NumberFormatException ex) {
			throw refusal(value, type, ex);
		}
	}

	/**
	 * A whole number: what the three classes of Java have in common.
	 */
	abstract static class IntegralCodec implements Codec {

		private final Wire wire;

		private final Class<? extends Number> type;

		private final String name;

		/**
		 * @param name what a refusal calls it
		 */
		IntegralCodec(Wire wire, Class<? extends Number> type, String name) {
			this.wire = wire;
			this.type = type;
			this.name = name;
		}

		@Override
		public final Wire wire() {
			return this.wire;
		}

		@Override
		public final Object convert(Object value) {
			return this.type.isInstance(value) ? value : boxed(integral(value, this.name), value);
		}

		/** Box a number, or refuse the value it was. */
		abstract Object boxed(long number, Object given);

		final long within(long number, Object given, long min, long max) {
			if (number < min || number > max) {
				throw Refusals.outOfRange(given, this.name);
			}
			return number;
		}

	}

	/** {@code smallint}. */
	public static final class ShortCodec extends IntegralCodec {

		/** Create the codec. */
		public ShortCodec() {
			super(Wire.SHORT, Short.class, "smallint");
		}

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			short value = row.getShort(column);
			return (value == 0 && row.wasNull()) ? null : (Short) value;
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setShort(index, (Short) value);
		}

		@Override
		Object boxed(long number, Object given) {
			return (short) within(number, given, Short.MIN_VALUE, Short.MAX_VALUE);
		}

	}

	/** {@code integer}. */
	public static final class IntegerCodec extends IntegralCodec {

		/** Create the codec. */
		public IntegerCodec() {
			super(Wire.INTEGER, Integer.class, "integer");
		}

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			int value = row.getInt(column);
			return (value == 0 && row.wasNull()) ? null : (Integer) value;
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setInt(index, (Integer) value);
		}

		@Override
		Object boxed(long number, Object given) {
			return (int) within(number, given, Integer.MIN_VALUE, Integer.MAX_VALUE);
		}

	}

	/** {@code bigint}. */
	public static final class LongCodec extends IntegralCodec {

		/** Create the codec. */
		public LongCodec() {
			super(Wire.LONG, Long.class, "integer");
		}

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			long value = row.getLong(column);
			return (value == 0 && row.wasNull()) ? null : (Long) value;
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setLong(index, (Long) value);
		}

		@Override
		Object boxed(long number, Object given) {
			return number;
		}

	}

	/**
	 * Whole numbers of a column's class, and wider ones where a function left its range.
	 *
	 * @param usual the class of the column's values
	 */
	public record WideningCodec(Class<?> usual) implements Codec {

		private static final LongCodec BOUND = new LongCodec();

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			BigDecimal value = readDecimal(row, column);
			return (value != null) ? narrowed(value.toBigIntegerExact()) : null;
		}

		private Object narrowed(BigInteger value) {
			if (value.bitLength() < Short.SIZE && this.usual == Short.class) {
				return value.shortValue();
			}
			if (value.bitLength() < Integer.SIZE && this.usual != Long.class) {
				return value.intValue();
			}
			return (value.bitLength() < Long.SIZE) ? value.longValue() : value;
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			BOUND.bind(statement, index, value);
		}

		@Override
		public Object convert(Object value) {
			return BOUND.convert(value);
		}

	}

	/** {@code numeric}. */
	public static final class DecimalCodec implements Codec {

		@Override
		public Wire wire() {
			return Wire.DECIMAL;
		}

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			return readDecimal(row, column);
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			bindNumeric(statement, index, (BigDecimal) value);
		}

		@Override
		public Object convert(Object value) {
			return decimal(value, "decimal");
		}

		@Override
		public String write(Object value) {
			return Numerals.checked((BigDecimal) value).toString();
		}

		@Override
		public boolean isQuoted() {
			return false;
		}

		@Override
		public Object key(Object value) {
			return Numerals.checked((BigDecimal) value).stripTrailingZeros();
		}

	}

	/** {@code numeric} without digits after the point, as {@link BigInteger}. */
	public static final class BigIntegerCodec implements Codec {

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			BigDecimal value = readDecimal(row, column);
			return (value != null) ? convert(value) : null;
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			bindNumeric(statement, index, new BigDecimal((BigInteger) value));
		}

		@Override
		public String write(Object value) {
			return Numerals.checked(new BigDecimal((BigInteger) value)).toBigInteger().toString();
		}

		@Override
		public Object convert(Object value) {
			try {
				return (value instanceof BigInteger) ? value : Numerals.toBigInteger(decimal(value, "integer"));
			}
			catch (ArithmeticException ex) {
				throw Refusals.notANumber(value, "integer", ex);
			}
		}

	}

}
