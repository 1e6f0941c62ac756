package dev.orm.migration.problem;

import dev.orm.error.OrmException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import org.jspecify.annotations.Nullable;

/** A migration that cannot be run, taken back or recorded. */
public class MigrationException extends OrmException {

	private final MigrationProblem problem;

	private final String migration;

	/**
	 * Create the exception.
	 * @param migration the migration; empty if it is about none in particular
	 * @param message what is wrong, and the way out
	 * @param cause what was thrown below
	 */
	public MigrationException(String migration, String message, @Nullable Throwable cause) {
		this(MigrationProblem.OTHER, migration, message, cause);
	}

	/**
	 * Create the exception.
	 * @param problem what kind of problem it is
	 * @param migration the migration; empty if it is about none in particular
	 * @param message what is wrong, and the way out
	 * @param cause what was thrown below
	 */
	public MigrationException(MigrationProblem problem, String migration, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.problem = problem;
		this.migration = migration;
	}

	/**
	 * Create the exception for a table.
	 * @param migration the migration
	 * @param message what is wrong, and the way out
	 * @param subject the table, and the column if it is about one
	 * @param cause what was thrown below
	 */
	public MigrationException(String migration, String message, Subject subject, @Nullable Throwable cause) {
		super(message, subject, cause);
		this.problem = MigrationProblem.OTHER;
		this.migration = migration;
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param migration the migration
	 * @param message names the place; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 * @param wayOut what is added behind the choices
	 */
	public MigrationException(String migration, String message, UnknownName unknown, String wayOut) {
		super(message, unknown, wayOut);
		this.problem = MigrationProblem.OTHER;
		this.migration = migration;
	}

	/**
	 * Return what kind of problem it is.
	 * @return the kind, which knows its way out
	 */
	public MigrationProblem problem() {
		return this.problem;
	}

	/**
	 * Return the migration.
	 * @return as in {@code V0002__product_title}; empty for none in particular
	 */
	public String migration() {
		return this.migration;
	}

}
