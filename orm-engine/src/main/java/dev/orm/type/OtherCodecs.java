package dev.orm.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.orm.codec.Codec;
import dev.orm.codec.NamedTypeCodec;
import dev.orm.codec.Refusals;
import org.jspecify.annotations.Nullable;

/** The codecs of what has no single type: values of unknown type and composite keys. */
final class OtherCodecs {

	private OtherCodecs() {
	}

	/** A value whose type only its Java class tells. */
	static final class UnknownCodec implements Codec {

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			Object value = row.getObject(column);
			if (value instanceof Timestamp) {
				String text = row.getString(column);
				boolean zoned = text.matches(".*[+-]\\d{2}(:\\d{2})*");
				return (zoned ? ValueTypes.DATETIME : ValueTypes.LOCAL_DATETIME).codec().read(row, column);
			}
			if (value instanceof java.sql.Date) {
				return ValueTypes.DATE.codec().read(row, column);
			}
			if (value instanceof java.sql.Time) {
				return ValueTypes.TIME.codec().read(row, column);
			}
			if (value instanceof java.sql.Array array) {
				ValueType element = TypeNames.find(array.getBaseTypeName());
				return ValueTypes.arrayOf((element != null) ? element : ValueTypes.TEXT).codec().read(row, column);
			}
			return (value instanceof org.postgresql.util.PGobject named) ? readNamed(named, row, column) : value;
		}

		private static @Nullable Object readNamed(org.postgresql.util.PGobject value, ResultSet row, int column)
				throws SQLException {
			ValueType type = TypeNames.find(value.getType());
			return (type != null) ? type.codec().read(row, column) : value.getValue();
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			ValueType type = ValueTypes.ofValue(value);
			if (isBare(value)) {
				NamedTypeCodec.bind(statement, index, "unknown", write(value));
			}
			else if (type.equals(ValueTypes.UNKNOWN)) {
				statement.setObject(index, value);
			}
			else {
				type.codec().bind(statement, index, type.codec().convert(value));
			}
		}

		/** A list without values tells no type: the place it stands in does. */
		private static boolean isBare(Object value) {
			return value instanceof Collection<?> list && list.stream().allMatch(Objects::isNull);
		}

		@Override
		public String write(Object value) {
			return isBare(value)
					? ((Collection<?>) value).stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"))
					: Codec.super.write(value);
		}

		@Override
		public Object convert(Object value) {
			return value;
		}

	}

	/** Several columns together; the parts travel one by one, side by side. */
	static final class TupleCodec implements Codec {

		private final List<ValueType> parts;

		private final UnaryOperator<Object> plain;

		TupleCodec(List<ValueType> parts, UnaryOperator<Object> plain) {
			this.parts = List.copyOf(parts);
			this.plain = plain;
		}

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			List<@Nullable Object> values = new ArrayList<>(this.parts.size());
			for (int i = 0; i < this.parts.size(); i++) {
				values.add(this.parts.get(i).codec().read(row, column + i));
			}
			return Collections.unmodifiableList(values);
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) {
			throw new IllegalStateException("A composite key is bound column by column");
		}

		@Override
		public Object convert(Object value) {
			Object taken = this.plain.apply(value);
			if (taken instanceof Iterable<?> || value instanceof Record) {
				return taken;
			}
			throw Refusals.notA(value, "composite key");
		}

	}

}
