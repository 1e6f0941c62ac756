package dev.orm.boot.migration;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.boot.databases.AtStartup;
import dev.orm.error.DatabaseConnectionException;
import dev.orm.execute.failure.ErrorTranslation;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import org.flywaydb.core.Flyway;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Runs pending migrations at the start, or refuses to start while there are any. */
final class MigrationsAtStartup implements FlywayMigrationStrategy {

	private final String database;

	private final AtStartup atStartup;

	private final LockTimeout timeout;

	private final boolean libraries;

	/**
	 * Create it.
	 * @param database the alias of the database
	 * @param atStartup what happens
	 * @param timeout how long migrations wait for locks
	 * @param libraries whether libraries have their tables in this database
	 */
	MigrationsAtStartup(String database, AtStartup atStartup, LockTimeout timeout, boolean libraries) {
		this.database = database;
		this.atStartup = atStartup;
		this.timeout = timeout;
		this.libraries = libraries;
	}

	@Override
	public void migrate(Flyway flyway) {
		try {
			run(flyway);
		}
		catch (MigrationException ex) {
			throw (ex.problem() == MigrationProblem.UNREACHED || ex.problem() == MigrationProblem.LOGIN)
					? unconnected(ex) : ex;
		}
	}

	/** It is no migration that is wrong. */
	private DatabaseConnectionException unconnected(MigrationException failure) {
		Throwable cause = failure;
		while (!(cause instanceof SQLException) && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return ErrorTranslation.unconnected(this.database, cause);
	}

	private void run(Flyway flyway) {
		Migrator plain = new Migrator(flyway, this.timeout);
		Migrator migrator = this.libraries ? plain.withLibraries() : plain;
		switch (this.atStartup) {
			case APPLY -> {
				SmallPoolException.refuse(flyway);
				migrator.migrate();
			}
			case VERIFY -> verify(migrator);
			case OFF -> {
			}
		}
	}

	private void verify(Migrator migrator) {
		List<MigrationStatus> open = Stream.concat(migrator.libraries().values().stream(), Stream.of(migrator))
			.flatMap((one) -> one.status().stream())
			.filter((status) -> status.state() == State.PENDING || status.state() == State.FAILED
					|| status.state() == State.LATE)
			.toList();
		if (!open.isEmpty()) {
			throw new PendingMigrationsException(this.database, open);
		}
	}

}
