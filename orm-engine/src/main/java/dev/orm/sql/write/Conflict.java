package dev.orm.sql.write;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an INSERT does with a row that violates a constraint.
 *
 * @param unique the columns of the constraint; empty for any
 * @param updated the columns that the row that is there takes over; empty to leave the
 * new row out
 * @param kept those among the updated columns that stay as they are where the new row has
 * NULL
 * @param counted the column of the row that is there which counts its updates; null for
 * none
 * @param mark the column that is NULL of the rows the constraint is about; null if it is
 * about all
 */
public record Conflict(List<String> unique, List<String> updated, List<String> kept, @Nullable String counted,
		@Nullable String mark) {

	/** Leave out rows that violate any constraint. */
	public static final Conflict IGNORED = new Conflict(List.of(), List.of(), List.of(), null, null);

	public Conflict {
		unique = List.copyOf(unique);
		updated = List.copyOf(updated);
		kept = List.copyOf(kept);
	}

	/** Whether what is there counts in what the row becomes. */
	public boolean readsPresent() {
		return this.counted != null || !this.kept.isEmpty();
	}

}
