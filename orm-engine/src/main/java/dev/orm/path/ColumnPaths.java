package dev.orm.path;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Turns typed columns into the names the engine works with. */
public final class ColumnPaths {

	private ColumnPaths() {
	}

	/**
	 * Return the paths of columns.
	 * @param first a column
	 * @param more further ones
	 * @return their paths, in order
	 */
	public static List<String> of(Column<?, ?> first, Column<?, ?>... more) {
		return Stream.concat(Stream.of(first), Arrays.stream(more)).map(Column::path).toList();
	}

}
