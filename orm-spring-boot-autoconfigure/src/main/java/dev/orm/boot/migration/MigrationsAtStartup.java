package dev.orm.boot.migration;

import java.util.List;

import dev.orm.boot.databases.AtStartup;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;
import org.flywaydb.core.Flyway;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Runs pending migrations at the start, or refuses to start while there are any. */
final class MigrationsAtStartup implements FlywayMigrationStrategy {

	private final AtStartup atStartup;

	private final LockTimeout timeout;

	MigrationsAtStartup(AtStartup atStartup, LockTimeout timeout) {
		this.atStartup = atStartup;
		this.timeout = timeout;
	}

	@Override
	public void migrate(Flyway flyway) {
		Migrator migrator = new Migrator(flyway, this.timeout);
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

	private static void verify(Migrator migrator) {
		List<MigrationStatus> open = migrator.status()
			.stream()
			.filter((status) -> status.state() == State.PENDING || status.state() == State.FAILED
					|| status.state() == State.LATE)
			.toList();
		if (!open.isEmpty()) {
			throw new PendingMigrationsException(open);
		}
	}

}
