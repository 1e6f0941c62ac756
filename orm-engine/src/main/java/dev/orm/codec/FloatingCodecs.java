package dev.orm.codec;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * The codecs of floating-point numbers. A value that has more digits than its attribute
 * holds is refused when it is read, so that no other is ever written back.
 */
public final class FloatingCodecs {

	private FloatingCodecs() {
	}

	/**
	 * Write a number so that a column of whole numbers takes it too: without point and
	 * exponent if it is whole.
	 * @param value the number, a {@code Double} or a {@code Float}
	 * @return its text
	 */
	public static String plain(Number value) {
		double number = value.doubleValue();
		boolean whole = number != 0 && number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE;
		return whole ? Long.toString((long) number) : value.toString();
	}

	/** {@code real}. */
	public static final class FloatCodec implements Codec {

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			Object value = row.getObject(column);
			return (value != null) ? stored(value) : null;
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setFloat(index, (Float) value);
		}

		@Override
		public Object convert(Object value) {
			if (value instanceof Float) {
				return value;
			}
			double wide = DoubleCodec.toDouble(value);
			if (Float.isInfinite((float) wide) && !Double.isInfinite(wide)) {
				throw Refusals.outOfRange(value, "real");
			}
			return (float) wide;
		}

		@Override
		public String element(Object value) {
			return plain((Number) value);
		}

		/**
		 * A {@code double precision} in binary, a {@code numeric} in decimal digits: as
		 * the database would widen the value if it were written back.
		 */
		@Override
		public Object stored(Object value) {
			Float narrow = (Float) convert(value);
			boolean exact = (value instanceof Double wide) ? Double.compare(narrow, wide) == 0
					: !(value instanceof BigDecimal digits) || Numerals.isHeld(narrow, digits);
			if (!exact) {
				throw Refusals.notA(value, "real");
			}
			return narrow;
		}

	}

	/** {@code double precision}. */
	public static final class DoubleCodec implements Codec {

		@Override
		public Wire wire() {
			return Wire.DOUBLE;
		}

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			double value = row.getDouble(column);
			return (value == 0 && row.wasNull()) ? null : (Double) value;
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setDouble(index, (Double) value);
		}

		@Override
		public Object convert(Object value) {
			return (value instanceof Double) ? value : (Object) toDouble(value);
		}

		@Override
		public String element(Object value) {
			return plain((Number) value);
		}

		private static double toDouble(Object value) {
			if (value instanceof Number number) {
				return finite(value, number.doubleValue());
			}
			if (value instanceof CharSequence text) {
				try {
					return finite(value, Double.parseDouble(text.toString().strip()));
				}
				catch (NumberFormatException ex) {
					throw Refusals.notANumber(value, "float", ex);
				}
			}
			throw Refusals.notANumber(value, "float", null);
		}

		/** Refuse to take a number for infinite that only is too large. */
		private static double finite(Object value, double converted) {
			boolean named = value instanceof Double || value instanceof Float
					|| (value instanceof CharSequence text && text.toString().contains("nf"));
			if (Double.isInfinite(converted) && !named) {
				throw Refusals.outOfRange(value, "double precision");
			}
			return converted;
		}

	}

}
