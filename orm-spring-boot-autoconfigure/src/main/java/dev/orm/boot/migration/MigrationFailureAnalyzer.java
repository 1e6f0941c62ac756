package dev.orm.boot.migration;

import dev.orm.migration.problem.MigrationException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do about migrations that keep an application from starting, by their
 * cause.
 */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<MigrationException> {

	private static final String HINT = "\n  hint: ";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationException cause) {
		String message = String.valueOf(cause.getMessage());
		String hint = cause.problem().hint();
		int place = message.indexOf(HINT);
		return new FailureAnalysis((place < 0) ? message : message.substring(0, place),
				hint.isEmpty() ? "Read what the database says above, and start again." : sentence(hint), cause);
	}

	private static String sentence(String hint) {
		return Character.toUpperCase(hint.charAt(0)) + hint.substring(1) + ".";
	}

}
