package dev.orm.migration.apply;

import java.time.Instant;

import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * A migration as a database has it. Immutable.
 *
 * @param title as in {@code V0002__product_title}
 * @param version its version
 * @param state whether it ran
 * @param appliedAt when it ran; null if it did not
 * @param milliseconds how long it ran; zero if it did not
 * @param baseline whether it makes a whole schema, and stands for all before it
 */
public record MigrationStatus(String title, String version, State state, @Nullable Instant appliedAt, int milliseconds,
		boolean baseline) {

	/**
	 * Return how a migration is called.
	 * @param migration what Flyway knows of it
	 * @return as in {@code V0002__product_title}: its script without folder, package and
	 * ending
	 */
	public static String title(MigrationInfo migration) {
		return title(migration.getScript());
	}

	static String title(String script) {
		return script.replaceFirst("^.*[/.](?=[VB]\\d|R__)", "").replaceFirst("\\.sql$", "");
	}

	/** Whether a migration ran. */
	public enum State {

		/** It ran. */
		APPLIED,
		/** It did not run yet. */
		PENDING,
		/** It failed and left a row behind, as it runs outside of a transaction. */
		FAILED,
		/** It ran, and its file is gone. */
		MISSING,
		/** It is older than one that ran. */
		LATE,
		/** It is below the baseline, and counts as done. */
		BELOW_BASELINE

	}

}
