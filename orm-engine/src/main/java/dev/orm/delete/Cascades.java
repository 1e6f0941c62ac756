package dev.orm.delete;

import java.util.ArrayList;
import java.util.List;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.signal.Lifecycle;
import dev.orm.write.FoundRows;
import org.jspecify.annotations.Nullable;

/**
 * Which relations a delete has to follow, and which rows may go without looking at them.
 * Thread-safe.
 */
public final class Cascades {

	private final Lifecycle lifecycle;

	public Cascades(Lifecycle lifecycle) {
		this.lifecycle = lifecycle;
	}

	/** Return the ways back to foreign keys something has to be done for. */
	List<RelationModel> of(EntityModel model) {
		return model.relations()
			.stream()
			.filter((relation) -> relation.field() != null && !relation.forward())
			.filter((relation) -> relation.onDelete() != OnDeleteAction.DO_NOTHING)
			.toList();
	}

	/** Return the columns that matter: the key, and what other rows refer to. */
	FoundRows.Columns columns(EntityModel model) {
		List<FieldModel> fields = new ArrayList<>(model.key());
		for (RelationModel relation : of(model)) {
			FieldModel referred = relation.path().get(0).fromField();
			if (!fields.contains(referred)) {
				fields.add(referred);
			}
		}
		return new FoundRows.Columns(model, List.copyOf(fields));
	}

	/**
	 * Return whether one DELETE will do: nothing refers to the rows, they have no rows in
	 * parents' tables, and nobody is told of them.
	 * @param model the model
	 * @param from the foreign key by which the rows were found; null if they are where
	 * the delete starts
	 * @return true if so
	 */
	boolean isFast(EntityModel model, @Nullable FieldModel from) {
		FieldModel link = model.concrete().parentLink();
		return (link == null || link == from) && of(model).isEmpty() && !this.lifecycle.isAroundDelete(model);
	}

}
