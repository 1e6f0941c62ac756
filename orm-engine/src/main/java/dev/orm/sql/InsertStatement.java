package dev.orm.sql;

import java.util.List;

/**
 * An INSERT of rows that hold expressions.
 *
 * @param table the table
 * @param columns the columns that get values
 * @param rows the values of each row, in the order of the columns
 * @param conflicts the ON CONFLICT clause; empty for none
 * @param returning the columns to answer for each row; empty for nothing
 */
public record InsertStatement(String table, List<String> columns, List<List<Sql>> rows, String conflicts,
		List<String> returning) {

	public InsertStatement {
		columns = List.copyOf(columns);
		rows = List.copyOf(rows);
		returning = List.copyOf(returning);
	}

}
