package dev.orm.error.detail;

import java.io.Serializable;
import java.util.List;

/**
 * What the database said of a violated constraint. Immutable; texts are empty where it
 * said nothing.
 *
 * @param sqlState the five-character SQLSTATE, such as {@code 23505}
 * @param constraint the constraint
 * @param table the table
 * @param column the column; only of a NOT NULL violation
 * @param columns the columns of a unique, foreign key or NOT NULL constraint, an
 * expression of an index as it is written there; empty where the database names none
 */
public record ConstraintDetails(String sqlState, String constraint, String table, String column,
		List<String> columns) implements Serializable {

	public ConstraintDetails {
		columns = List.copyOf(columns);
	}

}
