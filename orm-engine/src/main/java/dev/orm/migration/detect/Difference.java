package dev.orm.migration.detect;

import java.util.List;

import dev.orm.migration.ddl.Fills;
import dev.orm.schema.Change;

/**
 * What leads from one schema to another. Immutable.
 *
 * @param changes the changes, in an order in which they can be made
 * @param fills what rows that exist get in columns that take no NULL
 */
public record Difference(List<Change> changes, Fills fills) {

	public Difference {
		changes = List.copyOf(changes);
	}

	/**
	 * Return whether both schemas are one.
	 * @return true if nothing changes
	 */
	public boolean isEmpty() {
		return this.changes.isEmpty();
	}

}
