package dev.orm.codec;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.orm.error.ValueConversionException;
import org.jspecify.annotations.Nullable;

/**
 * Tells values nested so deep that whoever writes them out exhausts the stack. Trees of a
 * JSON library are left to its own limits.
 */
public final class Nesting {

	/** What Jackson reads and writes, unless told otherwise. */
	private static final int MAX_DEPTH = 500;

	private Nesting() {
	}

	/**
	 * Refuse a value that is nested too deep.
	 * @param value any value
	 * @throws ValueConversionException if it is
	 */
	public static void check(@Nullable Object value) {
		if (isTooDeep(value)) {
			throw new ValueConversionException(
					"A value may be nested %d levels deep, this one is deeper.".formatted(MAX_DEPTH))
				.of(value);
		}
	}

	static boolean isTooDeep(@Nullable Object value) {
		return isDeeper(value, MAX_DEPTH);
	}

	private static boolean isDeeper(@Nullable Object value, int levels) {
		Collection<?> parts = parts(value);
		if (levels == 0 && !parts.isEmpty()) {
			return true;
		}
		for (Object part : parts) {
			if (isDeeper(part, levels - 1)) {
				return true;
			}
		}
		return false;
	}

	private static Collection<?> parts(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return map.values();
		}
		if (value instanceof Object[] array) {
			return Arrays.asList(array);
		}
		return (value instanceof Collection<?> collection) ? collection : List.of();
	}

}
