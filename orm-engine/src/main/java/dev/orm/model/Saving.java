package dev.orm.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How an instance is being saved. Immutable.
 *
 * @param inserting before the save: whether the instance counts as new; after it: whether
 * its row is
 * @param updateFields the only attributes to update; null for all
 * @param database the alias of the database
 */
public record Saving(boolean inserting, @Nullable List<String> updateFields, String database) {

	public Saving {
		updateFields = (updateFields != null) ? List.copyOf(updateFields) : null;
	}

	/**
	 * Return what is known of the save once its statements have run.
	 * @param inserted whether the row is new
	 * @return a copy
	 */
	public Saving done(boolean inserted) {
		return new Saving(inserted, this.updateFields, this.database);
	}

}
