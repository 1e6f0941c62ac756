package dev.orm.migration.apply;

import dev.orm.error.OrmException;
import org.jspecify.annotations.Nullable;

/** A migration that cannot be run, taken back or recorded. */
public class MigrationException extends OrmException {

	private final String migration;

	/**
	 * Create the exception.
	 * @param migration the migration; empty if it is about none in particular
	 * @param message what is wrong, and the way out
	 * @param cause what was thrown below
	 */
	public MigrationException(String migration, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.migration = migration;
	}

	/**
	 * Return the migration.
	 * @return as in {@code V0002__product_title}; empty for none in particular
	 */
	public String migration() {
		return this.migration;
	}

}
