package dev.orm.error;

import java.io.Serializable;

/**
 * What the database said of a violated constraint. Immutable; texts are empty where it
 * said nothing.
 *
 * @param sqlState the five-character SQLSTATE, such as {@code 23505}
 * @param constraint the constraint
 * @param table the table
 * @param column the column; only of a NOT NULL violation
 */
public record ConstraintDetails(String sqlState, String constraint, String table,
		String column) implements Serializable {

}
