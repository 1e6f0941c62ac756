package dev.orm.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * A PostgreSQL type whose values travel as its own text: {@code tsvector},
 * {@code tsquery}, {@code inet}, {@code citext}, enums of the database and the types of
 * extensions.
 */
public final class NamedTypeCodec implements Codec, TextCodecs.OwnName {

	private static final Codec TEXT = new TextCodecs.StringCodec();

	private final String name;

	public NamedTypeCodec(String name) {
		this.name = name;
	}

	public static void bind(PreparedStatement statement, int index, String type, String text) throws SQLException {
		PGobject value = new PGobject();
		value.setType(type);
		value.setValue(text);
		statement.setObject(index, value);
	}

	@Override
	public String typeName() {
		return this.name;
	}

	@Override
	public Wire wire() {
		return Wire.TEXT;
	}

	@Override
	public @Nullable Object read(ResultSet row, int column) throws SQLException {
		return row.getString(column);
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		bind(statement, index, this.name, Refusals.storable((String) value));
	}

	@Override
	public Object convert(Object value) {
		return TEXT.convert(value);
	}

	@Override
	public String write(Object value) {
		return Refusals.storable((String) value);
	}

	@Override
	public Object key(Object value) {
		String text = (String) value;
		return switch (this.name) {
			case "bpchar" -> text.replaceFirst(" +$", "");
			case "citext", "uuid" -> text.toLowerCase(Locale.ROOT);
			case "inet" -> text.replaceFirst("(?<=\\.\\d{1,3})/32$|(?<=:[0-9a-f]{0,4})/128$", "");
			default -> text;
		};
	}

}
