package dev.orm.boot.migration;

import java.util.List;

import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Shows where the database's history is; down while a migration failed half-way. */
final class MigrationsHealthIndicator extends AbstractHealthIndicator {

	private final Migrator migrator;

	MigrationsHealthIndicator(Migrator migrator) {
		super("The history of migrations cannot be read");
		this.migrator = migrator;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		List<MigrationStatus> all = this.migrator.status();
		long failed = count(all, State.FAILED);
		(failed > 0 ? builder.down() : builder.up()).withDetail("version", this.migrator.version().text())
			.withDetail("pending", count(all, State.PENDING))
			.withDetail("failed", failed);
	}

	private static long count(List<MigrationStatus> all, State state) {
		return all.stream().filter((status) -> status.state() == state).count();
	}

}
