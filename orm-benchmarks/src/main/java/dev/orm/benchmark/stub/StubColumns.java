package dev.orm.benchmark.stub;

import java.util.Arrays;
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
		int from = lower.indexOf(" from ");
		if (from < 0) {
			return new StubColumns(new String[] { "version" }, new StubColumn[] { StubColumn.VERSION });
		}
		if (!lower.contains(" from bench_order ")) {
			return new StubColumns(new String[0], new StubColumn[0]);
		}
		String[] labels = Arrays.stream(lower.substring("select ".length(), from).split(",", -1))
			.map((part) -> part.trim().replaceAll(".*[ .]", ""))
			.toArray(String[]::new);
		return new StubColumns(labels, Arrays.stream(labels).map(StubColumns::column).toArray(StubColumn[]::new));
	}

	/** Find the column of a label; Spring Data numbers its own. */
	private static StubColumn column(String label) {
		return StubColumn.valueOf(label.replaceAll("^c_(.*)_\\d+$", "$1").toUpperCase(Locale.ROOT));
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
