package dev.orm.sql;

import java.util.List;

/**
 * What an INSERT does with a row that violates a constraint.
 *
 * @param unique the columns of the constraint; empty for any
 * @param updated the columns that the row that is there takes over; empty to leave the
 * new row out
 */
public record Conflict(List<String> unique, List<String> updated) {

	/** Leave out rows that violate any constraint. */
	public static final Conflict IGNORED = new Conflict(List.of(), List.of());

	public Conflict {
		unique = List.copyOf(unique);
		updated = List.copyOf(updated);
	}

}
