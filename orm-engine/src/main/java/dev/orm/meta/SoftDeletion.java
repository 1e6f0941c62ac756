package dev.orm.meta;

import java.util.List;

import dev.orm.error.IllegalQueryException;
import dev.orm.model.FieldDescription.Flag;
import org.jspecify.annotations.Nullable;

/**
 * How rows of a model are marked as deleted. Immutable.
 *
 * @param table the model whose table has the mark: the model itself, or a parent
 * @param mark when a row was deleted; NULL while it lives
 * @param by who deleted it; null if that is not kept
 */
public record SoftDeletion(EntityModel table, FieldModel mark, @Nullable FieldModel by) {

	/** The name of the scope that hides what is deleted. */
	public static final String SCOPE = "deleted";

	/**
	 * Return how rows of a model are marked.
	 * @param model the model
	 * @return the mark
	 * @throws IllegalQueryException if deletes remove its rows
	 */
	public static SoftDeletion require(EntityModel model) {
		SoftDeletion deletion = model.softDeletion();
		if (deletion == null) {
			throw new IllegalQueryException(
					"Rows of %s are removed by deletes, not marked. hint: give it an Instant with @SoftDelete"
						.formatted(model.name()),
					model.subject());
		}
		return deletion;
	}

	static @Nullable SoftDeletion of(List<FieldModel> fields) {
		FieldModel mark = flagged(fields, Flag.DELETED_AT);
		return (mark != null) ? new SoftDeletion(mark.owner().concrete(), mark, flagged(fields, Flag.DELETED_BY))
				: null;
	}

	private static @Nullable FieldModel flagged(List<FieldModel> fields, Flag flag) {
		for (FieldModel field : fields) {
			if (field.is(flag)) {
				return field;
			}
		}
		return null;
	}

}
