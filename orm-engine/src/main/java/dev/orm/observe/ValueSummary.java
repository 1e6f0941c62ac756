package dev.orm.observe;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Tells the types and lengths of values, and nothing else of them. */
final class ValueSummary {

	private static final Map<Class<?>, String> NAMES = Map.ofEntries(Map.entry(Long.class, "bigint"),
			Map.entry(Integer.class, "integer"), Map.entry(Short.class, "smallint"),
			Map.entry(Boolean.class, "boolean"), Map.entry(Double.class, "double precision"),
			Map.entry(Float.class, "real"), Map.entry(BigDecimal.class, "numeric"),
			Map.entry(BigInteger.class, "numeric"), Map.entry(UUID.class, "uuid"));

	private ValueSummary() {
	}

	static String of(List<? extends @Nullable Object> values) {
		return values.stream().map(ValueSummary::of).collect(Collectors.joining(", ", "[", "]"));
	}

	private static String of(@Nullable Object value) {
		if (value == null) {
			return "null";
		}
		if (value instanceof CharSequence text) {
			return "varchar(" + text.length() + ")";
		}
		if (value instanceof Collection<?> many) {
			return "array(" + many.size() + ")";
		}
		if (value.getClass().isArray()) {
			return ((value instanceof byte[]) ? "bytea(" : "array(") + Array.getLength(value) + ")";
		}
		return NAMES.getOrDefault(value.getClass(), value.getClass().getSimpleName().toLowerCase(Locale.ROOT));
	}

}
