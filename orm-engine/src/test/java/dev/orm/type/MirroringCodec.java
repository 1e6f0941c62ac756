package dev.orm.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;

import dev.orm.codec.Codec;

/** Stores texts from their end. */
final class MirroringCodec implements Codec {

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		statement.setString(index, write(value));
	}

	@Override
	public Object convert(Object value) {
		return value.toString();
	}

	@Override
	public String write(Object value) {
		return new StringBuilder(value.toString()).reverse().toString();
	}

	@Override
	public Object parse(String text) {
		return new StringBuilder(text).reverse().toString();
	}

}
