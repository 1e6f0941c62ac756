package dev.orm.delete;

import java.util.ArrayList;
import java.util.List;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.instance.AutomaticValues;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.routing.Route;
import dev.orm.signal.Lifecycle;
import dev.orm.write.FoundRows;
import org.jspecify.annotations.Nullable;

/**
 * Which relations a delete has to follow, which rows may go without looking at them, and
 * what keys to rows that go are replaced by. Thread-safe.
 */
public final class Cascades {

	private final Lifecycle lifecycle;

	private final SetKeys keys;

	public Cascades(Lifecycle lifecycle, SetKeys keys) {
		this.lifecycle = lifecycle;
		this.keys = keys;
	}

	/** Return the ways back to foreign keys something has to be done for. */
	List<RelationModel> of(EntityModel model) {
		return model.relations()
			.stream()
			.filter((relation) -> relation.field() != null && !relation.forward())
			.filter((relation) -> relation.onDelete().isOfEngine())
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

	/** Return what a key is replaced by when the row it points to goes. */
	@Nullable Object replacement(OnDeleteAction action, FieldModel key, Route route) {
		return switch (action) {
			case SET_DEFAULT -> AutomaticValues.defaultValue(key);
			case SET -> this.keys.of(key, route);
			default -> null;
		};
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
