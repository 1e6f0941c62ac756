package dev.orm.expression.node;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

import dev.orm.codec.Nesting;
import dev.orm.type.Range;
import org.jspecify.annotations.Nullable;

/**
 * Says what of a value the text of a query may depend on: absence, emptiness, class, that
 * of a range's bounds, and the width of an integer.
 */
final class ValueCategory {

	private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

	private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);

	private ValueCategory() {
	}

	static void describe(@Nullable Object value, Shape.Builder tokens) {
		if (value == null) {
			tokens.add("null");
		}
		else if (value instanceof Boolean) {
			// isnull and flags choose the text by their value
			tokens.add(value);
		}
		else if (value instanceof Collection<?> collection) {
			describeAll(collection, tokens);
		}
		else {
			if (value instanceof Map<?, ?>) {
				Nesting.check(value);
			}
			add(category(value), value, tokens);
		}
	}

	/** Add a category, and what tells the type of a value that stands for itself. */
	private static void add(Object category, @Nullable Object value, Shape.Builder tokens) {
		tokens.add(category);
		if (value instanceof Number) {
			tokens.add(value.getClass());
		}
		else if (value instanceof Range<?> range) {
			Object bound = (range.lower() != null) ? range.lower() : range.upper();
			tokens.add((bound != null) ? bound.getClass() : "-");
		}
	}

	private static void describeAll(Collection<?> values, Shape.Builder tokens) {
		tokens.add("[");
		Object last = "";
		for (Object value : values) {
			if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
				Nesting.check(value);
				tokens.add(value.getClass());
				tokens.add(values.size());
			}
			Object category = (value != null) ? category(value) : "null";
			if (!category.equals(last)) {
				add(category, value, tokens);
				last = category;
			}
		}
		tokens.add("]");
	}

	private static Object category(Object value) {
		if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
			return width(((Number) value).longValue());
		}
		if (value instanceof BigInteger big) {
			boolean fits = big.compareTo(MIN_LONG) >= 0 && big.compareTo(MAX_LONG) <= 0;
			return fits ? width(big.longValue()) : (big.signum() > 0) ? "int>" : "int<";
		}
		return value.getClass();
	}

	private static String width(long value) {
		if (value == (short) value) {
			return "int2";
		}
		if (value == (int) value) {
			return (value > 0) ? "int4" : "-int4";
		}
		return (value > 0) ? "int8" : "-int8";
	}

}
