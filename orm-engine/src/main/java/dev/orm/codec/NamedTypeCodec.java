package dev.orm.codec;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;

import org.postgresql.util.PGobject;

/**
 * A PostgreSQL type whose values travel as its own text: {@code tsvector},
 * {@code tsquery}, {@code inet}, {@code citext}, enums of the database and the types of
 * extensions.
 */
public final class NamedTypeCodec extends TextCodecs.StringCodec implements TextCodecs.OwnName {

	private final String name;

	/**
	 * Create a codec.
	 * @param name the type, as the driver knows it
	 */
	public NamedTypeCodec(String name) {
		this.name = name;
	}

	/**
	 * Bind a text as a value of a type.
	 * @param statement the statement
	 * @param index the parameter, from 1
	 * @param type the type, as the driver knows it
	 * @param text the text
	 * @throws SQLException if the driver refuses
	 */
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
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		bind(statement, index, this.name, Refusals.storable((String) value));
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
