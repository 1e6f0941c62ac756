package dev.orm.migration.apply.step;

import java.lang.reflect.Method;
import java.sql.Connection;

import dev.orm.journal.Version;
import dev.orm.migration.apply.resource.MigrationResources;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * A migration that changes rows by code in Java: Django's {@code RunPython}. Flyway finds
 * it in the package {@code db.migration}, by a name such as
 * {@code V0008__Backfill_slugs}, or as a bean. It sees tables as the journal has them at
 * its version, never today's models, so it goes on working when those change.
 * <p>
 * It runs in one transaction. One that overrides {@code canExecuteInTransaction} to
 * answer false commits after each batch; run again after a failure, it goes on where its
 * condition finds rows. Run by one thread.
 */
public abstract class DataMigration extends BaseJavaMigration {

	/**
	 * Change the rows.
	 * @param db the tables at this version
	 */
	protected abstract void forward(MigrationTables db);

	/**
	 * Take the change back. A migration that leaves it out cannot be taken back; an empty
	 * method says that there is nothing to do.
	 * @param db the tables at this version
	 */
	protected void backward(MigrationTables db) {
		throw irreversible();
	}

	private MigrationException irreversible() {
		String name = getClass().getSimpleName();
		return new MigrationException(MigrationProblem.IRREVERSIBLE, name,
				"%s cannot be taken back: it has no method backward. Write it, or an empty one for \"nothing to undo\"."
					.formatted(name),
				null);
	}

	@Override
	public final void migrate(Context context) {
		forward(tables(context.getConfiguration(), context.getConnection()));
	}

	/** Refuse a migration that has no way back. */
	void requireBackward() {
		for (Class<?> type = getClass(); type != DataMigration.class; type = type.getSuperclass()) {
			for (Method method : type.getDeclaredMethods()) {
				if (method.getName().equals("backward") && method.getParameterCount() == 1) {
					return;
				}
			}
		}
		throw irreversible();
	}

	void takeBack(Configuration configuration, Connection connection) {
		backward(tables(configuration, connection));
	}

	private MigrationTables tables(Configuration configuration, Connection connection) {
		MigrationVersion version = getVersion();
		return new MigrationTables(getClass().getSimpleName(), connection,
				new MigrationResources(configuration).journal().at(new Version(version.getVersion())));
	}

}
