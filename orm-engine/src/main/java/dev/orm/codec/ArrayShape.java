package dev.orm.codec;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/** Tells nested collections that are no arrays: PostgreSQL's are rectangular. */
public final class ArrayShape {

	private ArrayShape() {
	}

	/**
	 * Refuse rows of unequal length, missing and empty ones.
	 * @param rows the outermost dimension
	 * @param depth how many dimensions there are
	 * @param type the name of the type
	 */
	public static void check(Collection<?> rows, int depth, String type) {
		if (depth == 1) {
			return;
		}
		int width = -1;
		for (@Nullable
		Object row : rows) {
			if (!(row instanceof Collection<?> cells) || cells.isEmpty()) {
				throw Refusals.shapeless(type, (row == null) ? "a row is null" : "a row is empty");
			}
			if (width >= 0 && cells.size() != width) {
				throw Refusals.shapeless(type, "rows have %d and %d elements".formatted(width, cells.size()));
			}
			width = cells.size();
		}
		check(rows.stream().flatMap((row) -> ((Collection<?>) row).stream()).toList(), depth - 1, type);
	}

	/**
	 * Count the dimensions of the database's text of an array.
	 * @param text the text
	 * @return their number; 0 for an empty array
	 */
	public static int dimensions(String text) {
		int at = Math.max(text.indexOf('{'), 0);
		int from = at;
		while (at < text.length() && text.charAt(at) == '{') {
			at++;
		}
		boolean empty = at < text.length() && text.charAt(at) == '}';
		return empty ? 0 : at - from;
	}

}
