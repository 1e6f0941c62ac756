package dev.orm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.path.Column;

/** Turns typed columns into the names the engine works with. */
final class ColumnPaths {

	private ColumnPaths() {
	}

	static List<String> of(Column<?, ?> first, Column<?, ?>... more) {
		return Stream.concat(Stream.of(first), Arrays.stream(more)).map(Column::path).toList();
	}

}
