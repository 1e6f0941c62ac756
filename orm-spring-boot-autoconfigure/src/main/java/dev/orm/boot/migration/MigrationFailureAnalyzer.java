package dev.orm.boot.migration;

import dev.orm.migration.apply.MigrationException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about migrations that keep an application from starting. */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
		String action = (cause instanceof PendingMigrationsException)
				? "Run the image once with ORM_COMMAND=migrate, or set orm.migrations.at-startup=apply."
				: "Read what the database says above. What ran in a transaction left nothing behind: correct the "
						+ "file and start again. What ran outside of one is cleared away by ORM_COMMAND=repair.";
		return new FailureAnalysis(String.valueOf(cause.getMessage()), action, cause);
	}

}
