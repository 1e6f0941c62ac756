package dev.orm.type;

import java.lang.reflect.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import dev.orm.codec.ArrayShape;
import dev.orm.codec.ArrayText;
import dev.orm.codec.Codec;
import dev.orm.codec.NamedTypeCodec;
import dev.orm.codec.Refusals;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of any depth, as unmodifiable lists. Numbers, texts, truth values and UUIDs
 * travel as the driver's own arrays, in binary where it can; everything else as the
 * database's text of each element, which loses nothing.
 */
final class ArrayCodec implements Codec {

	/** The room for the text of an item, at first. */
	private static final int ITEM_LENGTH = 12;

	private final ValueType element;

	private final ValueType leaf;

	private final int depth;

	/** What a refusal calls it. */
	private final String name;

	/** The class of the leaves of the array given to the driver. */
	private final Class<?> wireType;

	ArrayCodec(ValueType element) {
		this.element = element;
		this.leaf = leafOf(element);
		this.depth = 1 + depthOf(element);
		this.name = element.sqlName() + "[]";
		this.wireType = wireTypeOf(this.leaf);
	}

	private static ValueType leafOf(ValueType type) {
		return (type.kind() == Kind.ARRAY) ? leafOf(type.elementType()) : type;
	}

	private static int depthOf(ValueType type) {
		return (type.kind() == Kind.ARRAY) ? 1 + depthOf(type.elementType()) : 0;
	}

	private static Class<?> wireTypeOf(ValueType leaf) {
		boolean direct = switch (leaf.kind()) {
			case SMALLINT, INTEGER, BIGINT, FLOAT, BOOLEAN, UUID, BINARY -> true;
			default -> false;
		};
		return (direct && isUsual(leaf)) ? leaf.javaType() : String.class;
	}

	/** The class is the column's own, and no codec of its own stands between. */
	private static boolean isUsual(ValueType leaf) {
		ValueType usual = NaturalTypes.find(leaf.javaType());
		return usual != null && usual.kind() == leaf.kind() && usual.codec().getClass() == leaf.codec().getClass();
	}

	@Override
	public @Nullable Object read(ResultSet row, int column) throws SQLException {
		if (this.wireType == String.class || this.wireType == byte[].class) {
			return Codec.super.read(row, column);
		}
		java.sql.Array array = row.getArray(column);
		return (array != null) ? toList((Object[]) array.getArray(), this.depth) : null;
	}

	private List<@Nullable Object> toList(Object[] array, int levels) {
		boolean nested = array instanceof Object[][];
		if (array.length > 0 && nested != levels > 1) {
			throw Refusals.shapeless(this.name, "it has %s dimensions".formatted(nested ? "more" : "fewer"));
		}
		if (nested) {
			List<@Nullable Object> rows = new ArrayList<>(array.length);
			for (Object row : array) {
				rows.add(toList((Object[]) row, levels - 1));
			}
			return Collections.unmodifiableList(rows);
		}
		if (this.wireType.isAssignableFrom(array.getClass().getComponentType())) {
			return Collections.unmodifiableList(Arrays.asList(array));
		}
		List<@Nullable Object> values = new ArrayList<>(array.length);
		for (@Nullable
		Object value : array) {
			values.add((value != null) ? this.leaf.codec().stored(value) : null);
		}
		return Collections.unmodifiableList(values);
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		if (!this.leaf.codec().isQuoted()) {
			NamedTypeCodec.bind(statement, index, this.leaf.driverName() + "[]", write(value));
			return;
		}
		ArrayShape.check((Collection<?>) value, this.depth, this.name);
		Object[] array = toArray((Collection<?>) value, this.depth);
		statement.setArray(index, statement.getConnection().createArrayOf(this.leaf.driverName(), array));
	}

	private Object[] toArray(Collection<?> values, int levels) {
		if (levels == 1) {
			return wired(values.toArray());
		}
		List<Object[]> rows = new ArrayList<>(values.size());
		for (Object row : values) {
			rows.add(toArray((Collection<?>) row, levels - 1));
		}
		Class<?> rowType = Array.newInstance(this.wireType, new int[levels - 1]).getClass();
		return rows.toArray((Object[]) Array.newInstance(rowType, 0));
	}

	private Object[] wired(@Nullable Object[] values) {
		@Nullable Object[] wired = (Object[]) Array.newInstance(this.wireType, values.length);
		if (this.wireType != String.class) {
			System.arraycopy(values, 0, wired, 0, values.length);
			return wired;
		}
		for (int i = 0; i < values.length; i++) {
			Object value = values[i];
			wired[i] = (value != null) ? this.leaf.codec().element(value) : null;
		}
		return wired;
	}

	@Override
	public Object convert(Object value) {
		List<@Nullable Object> converted = new ArrayList<>();
		if (value instanceof Collection<?> || value instanceof Iterable<?>) {
			((Iterable<?>) value).forEach((item) -> converted.add(convertElement(item)));
		}
		else if (value.getClass().isArray()) {
			for (int i = 0; i < Array.getLength(value); i++) {
				converted.add(convertElement(Array.get(value, i)));
			}
		}
		else {
			throw Refusals.notA(value, this.name);
		}
		ArrayShape.check(converted, this.depth, this.name);
		return Collections.unmodifiableList(converted);
	}

	private @Nullable Object convertElement(@Nullable Object item) {
		return (item != null) ? this.element.codec().convert(item) : null;
	}

	@Override
	public boolean readsUnknown() {
		return this.leaf.codec().readsUnknown();
	}

	@Override
	public boolean isUnknown(Object value) {
		for (Object item : (Collection<?>) value) {
			if (item != null && this.element.codec().isUnknown(item)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public String write(Object value) {
		ArrayShape.check((Collection<?>) value, this.depth, this.name);
		@Nullable Object[] items = ((Collection<?>) value).toArray();
		StringBuilder text = new StringBuilder(2 + ITEM_LENGTH * items.length).append('{');
		Codec codec = this.element.codec();
		boolean quoted = this.depth == 1 && codec.isQuoted();
		for (int i = 0; i < items.length; i++) {
			Object item = items[i];
			if (i > 0) {
				text.append(',');
			}
			String written = (item != null) ? codec.element(item) : "NULL";
			if (quoted && item != null) {
				ArrayText.quote(written, text);
			}
			else {
				text.append(written);
			}
		}
		return text.append('}').toString();
	}

	@Override
	public Object parse(String text) {
		int dimensions = ArrayShape.dimensions(text);
		if (dimensions != 0 && dimensions != this.depth) {
			throw Refusals.shapeless(this.name, "it has %d dimensions".formatted(dimensions));
		}
		return new ArrayText(text, this.leaf.codec()).parse();
	}

}
