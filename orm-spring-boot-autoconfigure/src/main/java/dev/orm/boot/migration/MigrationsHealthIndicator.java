package dev.orm.boot.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.execute.Database;
import dev.orm.journal.Version;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.work.Inspection;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Shows where the databases' histories are; down while a migration failed half-way in any
 * of them.
 */
final class MigrationsHealthIndicator extends AbstractHealthIndicator {

	private final DatabaseMigrations migrations;

	MigrationsHealthIndicator(DatabaseMigrations migrations) {
		super("The history of migrations cannot be read");
		this.migrations = migrations;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		this.migrations.all().forEach((alias, migrator) -> {
			List<MigrationStatus> all = Inspection.of(migrator::status);
			Map<String, Object> details = details(Inspection.of(migrator::version), all);
			if (count(all, State.FAILED) > 0) {
				builder.down();
			}
			if (alias.equals(Database.DEFAULT)) {
				details.forEach(builder::withDetail);
			}
			else {
				builder.withDetail(alias, details);
			}
		});
	}

	private static Map<String, Object> details(Version version, List<MigrationStatus> all) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("version", version.text());
		details.put("pending", count(all, State.PENDING));
		details.put("failed", count(all, State.FAILED));
		return details;
	}

	private static long count(List<MigrationStatus> all, State state) {
		return all.stream().filter((status) -> status.state() == state).count();
	}

}
