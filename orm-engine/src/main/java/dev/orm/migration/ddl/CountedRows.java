package dev.orm.migration.ddl;

/** Writes the query that counts the rows of a table. */
public final class CountedRows {

	private CountedRows() {
	}

	/**
	 * Return the query.
	 * @param table the table, as facts name it
	 * @return SQL
	 */
	public static String of(String table) {
		return "SELECT count(*) FROM " + SqlText.table(table);
	}

}
