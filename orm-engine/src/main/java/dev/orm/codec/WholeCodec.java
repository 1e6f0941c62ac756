package dev.orm.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Numbers that may have a fraction, over a column of whole ones: PostgreSQL would round
 * what is refused here. Immutable.
 */
public final class WholeCodec extends OverlyingCodec {

	private final String column;

	/**
	 * Create a codec.
	 * @param base the codec of the attribute's class
	 * @param column the type of the column
	 */
	public WholeCodec(Codec base, String column) {
		super(base);
		this.column = column;
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		super.bind(statement, index, whole(value));
	}

	@Override
	public Object convert(Object value) {
		return whole(super.convert(value));
	}

	/** Such a column reads neither point nor exponent. */
	@Override
	public String write(Object value) {
		Object whole = whole(value);
		if (whole instanceof Double || whole instanceof Float) {
			Number number = (Number) whole;
			return (number.doubleValue() == 0) ? "0" : FloatingCodecs.plain(number);
		}
		boolean pointed = whole instanceof BigDecimal number && number.scale() > 0;
		return super.write(pointed ? ((BigDecimal) whole).setScale(0, RoundingMode.UNNECESSARY) : whole);
	}

	private Object whole(Object value) {
		if (!isWhole(value)) {
			throw Refusals.notANumber(value, this.column, null);
		}
		return value;
	}

	private static boolean isWhole(Object value) {
		if (value instanceof BigDecimal number) {
			return !Numerals.isFraction(number);
		}
		double number = ((Number) value).doubleValue();
		return value instanceof BigInteger || (Double.isFinite(number) && number == Math.rint(number));
	}

}
