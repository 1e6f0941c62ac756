package dev.orm.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

import dev.orm.error.ValueConversionException;
import dev.orm.json.JsonFormat;
import org.jspecify.annotations.Nullable;

/** {@code jsonb}, as a tree or as a class of the application. Immutable. */
public final class JsonCodec implements Codec {

	// an escape that is not escaped itself
	private static final Pattern NUL = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u0000");

	private final JsonFormat format;

	private final Class<?> type;

	private final List<Class<?>> arguments;

	/**
	 * Create a codec.
	 * @param format reads and writes texts
	 * @param type the class of the values
	 * @param arguments what its type variables are; empty for none
	 */
	public JsonCodec(JsonFormat format, Class<?> type, List<Class<?>> arguments) {
		this.format = format;
		this.type = type;
		this.arguments = List.copyOf(arguments);
	}

	@Override
	public @Nullable Object read(ResultSet row, int column) throws SQLException {
		String json = row.getString(column);
		return (json != null) ? parse(json) : null;
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		NamedTypeCodec.bind(statement, index, "jsonb", write(value));
	}

	@Override
	public Object convert(Object value) {
		Nesting.check(value);
		if (this.type.isInstance(value)) {
			return value;
		}
		try {
			return (this.type == this.format.treeType()) ? this.format.toTree(value)
					: this.format.convert(value, this.type, this.arguments);
		}
		catch (RuntimeException ex) {
			throw Refusals.notA(value, "JSON " + this.type.getSimpleName(), ex);
		}
	}

	@Override
	public String write(Object value) {
		Nesting.check(value);
		try {
			String text = this.format.write(value);
			if (NUL.matcher(text).find()) {
				throw new ValueConversionException("A text cannot contain the character NUL (0x00).");
			}
			return Refusals.storable(text);
		}
		catch (RuntimeException ex) {
			throw Refusals.notA(value, "JSON " + this.type.getSimpleName(), ex);
		}
	}

	@Override
	public Object parse(String text) {
		try {
			return this.format.read(text, this.type, this.arguments);
		}
		catch (RuntimeException ex) {
			throw Refusals.notA(text, "JSON " + this.type.getSimpleName(), ex);
		}
	}

}
