package dev.orm.migration.apply;

import java.util.List;
import java.util.Optional;

import dev.orm.journal.Version;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Forgets migrations that ran and whose files are gone. Immutable.
 *
 * @param flyway knows the database
 * @param history what ran there
 */
record Pruning(Flyway flyway, MigrationHistory history) {

	/** Forget them; return their titles, oldest first. */
	List<String> run() {
		List<MigrationInfo> missing = this.history.missing();
		if (missing.isEmpty()) {
			return List.of();
		}
		Optional<MigrationInfo> summary = this.history.summary();
		summary.ifPresent(this::requireAllRan);
		return new FakeRun(this.flyway).forget(missing, summary);
	}

	private void requireAllRan(MigrationInfo baseline) {
		Version version = this.history.version();
		if (new Version(baseline.getVersion().getVersion()).compareTo(version) > 0) {
			String title = MigrationStatus.title(baseline);
			throw new MigrationException(MigrationProblem.MISSING, title,
					"The database is at V%s, and %s sums up more than ran here.\n  hint: bring the files back that are gone, migrate, and prune then"
						.formatted(version, title),
					null);
		}
	}

}
