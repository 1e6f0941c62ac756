package dev.orm.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * A PostgreSQL type whose values travel as its own text: {@code tsvector},
 * {@code tsquery}, {@code inet}, {@code citext} and those of extensions.
 */
final class NamedTypeCodec implements Codec {

	private static final Codec TEXT = new TextCodecs.StringCodec();

	private final String name;

	NamedTypeCodec(String name) {
		this.name = name;
	}

	static void bind(PreparedStatement statement, int index, String type, String text) throws SQLException {
		PGobject value = new PGobject();
		value.setType(type);
		value.setValue(text);
		statement.setObject(index, value);
	}

	@Override
	public @Nullable Object read(ResultSet row, int column) throws SQLException {
		return row.getString(column);
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		bind(statement, index, this.name, (String) value);
	}

	@Override
	public Object convert(Object value) {
		return TEXT.convert(value);
	}

}
