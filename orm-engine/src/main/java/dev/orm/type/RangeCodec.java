package dev.orm.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import dev.orm.codec.Codec;
import dev.orm.codec.NamedTypeCodec;
import dev.orm.codec.Refusals;

/** The range types. */
final class RangeCodec implements Codec {

	private static final int BOUNDS = 2;

	private final String name;

	private final Codec bound;

	RangeCodec(String name, ValueType bound) {
		this.name = name;
		this.bound = bound.codec();
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		NamedTypeCodec.bind(statement, index, this.name, write(value));
	}

	@Override
	public Object convert(Object value) {
		if (value instanceof Range<?> range) {
			return range.map(this.bound::convert);
		}
		if (value instanceof List<?> list && list.size() == BOUNDS) {
			return Range.closedOpen((Object) list.get(0), list.get(1)).map(this.bound::convert);
		}
		if (value instanceof CharSequence text) {
			return parse(text.toString());
		}
		throw Refusals.notA(value, this.name);
	}

	@Override
	public String write(Object value) {
		return ((Range<?>) value).format(this.bound::write);
	}

	@Override
	public Object parse(String text) {
		try {
			return Range.parse(text, this.bound::parse);
		}
		catch (IllegalArgumentException ex) {
			throw Refusals.notA(text, this.name, ex);
		}
	}

}
