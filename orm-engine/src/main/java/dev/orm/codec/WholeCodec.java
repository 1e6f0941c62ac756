package dev.orm.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Numbers that may have a fraction, over a column of whole ones: PostgreSQL would round
 * what is refused here. Immutable.
 *
 * @param base the codec of the attribute's class
 * @param column the type of the column
 */
public record WholeCodec(Codec base, String column) implements Codec {

	@Override
	public @Nullable Object read(ResultSet row, int column) throws SQLException {
		return this.base.read(row, column);
	}

	@Override
	public Wire wire() {
		return this.base.wire();
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		this.base.bind(statement, index, whole(value));
	}

	@Override
	public Object convert(Object value) {
		return whole(this.base.convert(value));
	}

	@Override
	public Object stored(Object value) {
		return this.base.stored(value);
	}

	@Override
	public Object key(Object value) {
		return this.base.key(value);
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
		return this.base.write(pointed ? ((BigDecimal) whole).setScale(0, RoundingMode.UNNECESSARY) : whole);
	}

	@Override
	public String text(Object value) {
		return this.base.text(value);
	}

	@Override
	public Object parse(String text) {
		return this.base.parse(text);
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
