package dev.orm.migration.apply;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A migration as a database has it. Immutable.
 *
 * @param title as in {@code V0002__product_title}
 * @param version its version
 * @param state whether it ran
 * @param appliedAt when it ran; null if it did not
 * @param milliseconds how long it ran; zero if it did not
 */
public record MigrationStatus(String title, String version, State state, @Nullable Instant appliedAt,
		int milliseconds) {

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
