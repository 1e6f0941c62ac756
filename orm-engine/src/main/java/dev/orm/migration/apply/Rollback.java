package dev.orm.migration.apply;

import java.util.List;

import dev.orm.schema.ObjectId;

/**
 * A migration that is to be taken back. Immutable.
 *
 * @param title as in {@code V0002__product_title}
 * @param losses what its undo throws away, with the number of values that are there
 */
public record Rollback(String title, List<Loss> losses) {

	public Rollback {
		losses = List.copyOf(losses);
	}

	/**
	 * Something an undo throws away.
	 *
	 * @param object the table or column
	 * @param values how many rows, or values that are not NULL, it has
	 */
	public record Loss(ObjectId object, long values) {

	}

	/**
	 * A migration that was taken back.
	 *
	 * @param title the migration
	 * @param milliseconds how long its undo ran; zero if another process took it back
	 */
	public record Done(String title, int milliseconds) {

	}

}
