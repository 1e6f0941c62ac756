package dev.orm.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** Values the database cannot compare, such as encrypted ones. */
public record OpaqueCodec(Codec base) implements Codec, TextCodecs.OwnName {

	@Override
	public String typeName() {
		return (this.base instanceof TextCodecs.OwnName named) ? named.typeName() : "text";
	}

	@Override
	public @Nullable Object read(ResultSet row, int column) throws SQLException {
		return this.base.read(row, column);
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		this.base.bind(statement, index, value);
	}

	@Override
	public Object convert(Object value) {
		return this.base.convert(value);
	}

	@Override
	public String write(Object value) {
		return this.base.write(value);
	}

	@Override
	public Object parse(String text) {
		return this.base.parse(text);
	}

	@Override
	public boolean isOpaque() {
		return true;
	}

}
