package dev.orm.delete;

import java.util.ArrayList;
import java.util.List;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.routing.Route;
import dev.orm.write.FoundRows;
import dev.orm.write.RowFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which relations a delete has to follow, which rows may go without looking at them, and
 * what keys to rows that go are replaced by. Thread-safe.
 */
interface Cascades {

	/** Return the ways back to foreign keys something has to be done for. */
	List<RelationModel> of(EntityModel model);

	/**
	 * Return whether one statement will do: nothing that is followed refers to the rows,
	 * and nobody is told of them.
	 * @param model the model
	 * @param from the foreign key by which the rows were found; null if they are where
	 * the delete starts
	 * @return true if so
	 */
	boolean isFast(EntityModel model, @Nullable FieldModel from);

	/** Leave out rows that are no part of it. */
	RowFilter among(EntityModel model, RowFilter rows);

	/** Return the columns that matter: the key, and what other rows refer to. */
	default FoundRows.Columns columns(EntityModel model) {
		List<FieldModel> fields = new ArrayList<>(model.key());
		for (RelationModel relation : of(model)) {
			FieldModel referred = relation.path().get(0).fromField();
			if (!fields.contains(referred)) {
				fields.add(referred);
			}
		}
		return new FoundRows.Columns(model, List.copyOf(fields));
	}

	/** Return what a key is replaced by when the row it points to goes. */
	@Nullable Object replacement(OnDeleteAction action, FieldModel key, Route route);

}
