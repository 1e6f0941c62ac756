package dev.orm.boot.migration;

import dev.orm.migration.apply.MigrationException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about migrations that keep an application from starting. */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), action(cause), cause);
	}

	private static String action(MigrationException cause) {
		if (cause instanceof PendingMigrationsException) {
			return "Run the image once with ORM_COMMAND=migrate, or set orm.migrations.at-startup=apply.";
		}
		if (cause instanceof SmallPoolException) {
			return "Let hikari.maximum-pool-size be 2 or more, or let Flyway have a connection of its own by "
					+ "spring.flyway.url.";
		}
		return "Read what the database says above. What ran in a transaction left nothing behind: correct the "
				+ "file and start again. What ran outside of one is cleared away by ORM_COMMAND=repair.";
	}

}
