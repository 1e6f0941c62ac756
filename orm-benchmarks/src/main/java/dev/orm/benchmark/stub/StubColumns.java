package dev.orm.benchmark.stub;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The columns a statement asks for, as a database would name them, by the text between
 * SELECT and FROM. A statement about another table than that of the orders has none, and
 * one without a table asks for the version. Immutable.
 */
final class StubColumns {

	private final String[] labels;

	private final StubColumn[] columns;

	private StubColumns(String[] labels, StubColumn[] columns) {
		this.labels = labels;
		this.columns = columns;
	}

	/**
	 * Read the columns of a statement.
	 * @param sql the statement
	 * @return its columns
	 */
	static StubColumns of(String sql) {
		String lower = sql.toLowerCase(Locale.ROOT).replace("\"", "").replaceAll("\\s+", " ");
		if (!lower.contains(" from ")) {
			return new StubColumns(new String[] { "version" }, new StubColumn[] { StubColumn.VERSION });
		}
		int from = lower.indexOf(" from bench_order ");
		if (from < 0) {
			return new StubColumns(new String[0], new StubColumn[0]);
		}
		List<String> parts = Arrays.stream(lower.substring("select ".length(), from).split(","))
			.map(String::trim)
			.toList();
		return new StubColumns(parts.stream().map((part) -> last(part, "[ .]")).toArray(String[]::new),
				parts.stream().map((part) -> column(part.split(" ", -1)[0])).toArray(StubColumn[]::new));
	}

	private static StubColumn column(String expression) {
		return StubColumn.valueOf(last(expression, "\\.").toUpperCase(Locale.ROOT));
	}

	private static String last(String text, String separator) {
		String[] parts = text.split(separator, -1);
		return parts[parts.length - 1];
	}

	int count() {
		return this.columns.length;
	}

	StubColumn column(int index) {
		return this.columns[index - 1];
	}

	String label(int index) {
		return this.labels[index - 1];
	}

	/** Return the position of a column, from 1, as a driver finds it by its label. */
	int find(String label) {
		for (int i = 0; i < this.labels.length; i++) {
			if (this.labels[i].equalsIgnoreCase(label)) {
				return i + 1;
			}
		}
		throw new IllegalArgumentException("No column " + label);
	}

}
