package dev.orm.codec;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.orm.choice.StoredNumber;
import dev.orm.choice.StoredText;

/**
 * The codecs of text and of what is close to text: truth values, UUIDs, bytes and enums.
 */
public final class TextCodecs {

	private TextCodecs() {
	}

	/** What a constant is stored as. */
	static String stored(Enum<?> constant) {
		if (constant instanceof StoredNumber number) {
			return String.valueOf(number.value());
		}
		return (constant instanceof StoredText choice) ? choice.value() : constant.name();
	}

	/** {@code text} and {@code varchar}, and what travels as a text of another name. */
	public static sealed class StringCodec implements Codec permits NamedTypeCodec {

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
			statement.setString(index, Refusals.storable((String) value));
		}

		@Override
		public Object convert(Object value) {
			if (value instanceof String text) {
				return Refusals.storable(text);
			}
			if (value instanceof Enum<?> constant) {
				return TextCodecs.stored(constant);
			}
			if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean
					|| value instanceof Character || value instanceof UUID || value instanceof Temporal) {
				return value.toString();
			}
			throw Refusals.notA(value, "text");
		}

		@Override
		public String write(Object value) {
			return Refusals.storable((String) value);
		}

	}

	/** {@code boolean}. */
	public static final class BooleanCodec implements Codec {

		@Override
		public Wire wire() {
			return Wire.BOOLEAN;
		}

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			boolean value = row.getBoolean(column);
			return (!value && row.wasNull()) ? null : (Boolean) value;
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setBoolean(index, (Boolean) value);
		}

		@Override
		public Object convert(Object value) {
			if (value instanceof Boolean) {
				return value;
			}
			return switch (value.toString().toLowerCase(Locale.ROOT)) {
				case "true", "t", "1" -> true;
				case "false", "f", "0" -> false;
				default -> throw Refusals.notA(value, "boolean");
			};
		}

	}

	/** {@code uuid}. */
	public static final class UuidCodec implements Codec {

		private static final int HEX_DIGITS = 32;

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			return row.getObject(column, UUID.class);
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setObject(index, value, Types.OTHER);
		}

		@Override
		public Object convert(Object value) {
			if (value instanceof UUID) {
				return value;
			}
			String digits = value.toString().replace("-", "").strip();
			if (!(value instanceof CharSequence) || digits.length() != HEX_DIGITS) {
				throw Refusals.notA(value, "UUID");
			}
			try {
				int middle = HEX_DIGITS / 2;
				return new UUID(Long.parseUnsignedLong(digits, 0, middle, 16),
						Long.parseUnsignedLong(digits, middle, HEX_DIGITS, 16));
			}
			catch (NumberFormatException ex) {
				throw Refusals.notA(value, "UUID", ex);
			}
		}

	}

	/** {@code bytea}. */
	public static final class BytesCodec implements Codec {

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			return row.getBytes(column);
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setBytes(index, (byte[]) value);
		}

		@Override
		public Object convert(Object value) {
			if (value instanceof byte[]) {
				return value;
			}
			if (value instanceof CharSequence text && text.toString().startsWith("\\x")) {
				return parse(text.toString());
			}
			throw Refusals.notA(value, "byte array");
		}

		@Override
		public String write(Object value) {
			return "\\x" + HexFormat.of().formatHex((byte[]) value);
		}

		@Override
		public Object parse(String text) {
			try {
				return HexFormat.of().parseHex(text.substring(2));
			}
			catch (IllegalArgumentException ex) {
				throw Refusals.notA(text, "byte array", ex);
			}
		}

		@Override
		public Object key(Object value) {
			return ByteBuffer.wrap((byte[]) value);
		}

	}

	/** A codec of texts that are bound by the name of a type of their own. */
	public interface OwnName {

		/** The name as the driver knows it: short, and without a size. */
		String typeName();

		/** The name a codec says, or that of any text. */
		static String of(Codec codec) {
			return (codec instanceof OwnName named) ? named.typeName() : "text";
		}

	}

}
