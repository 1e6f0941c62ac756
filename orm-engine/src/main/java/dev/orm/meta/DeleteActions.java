package dev.orm.meta;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.error.ModelDefinitionException;
import dev.orm.model.RelationDescription;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to mix what the engine does when a row is deleted with what the database does:
 * the engine does not look behind a row the database deletes, so that what it should do
 * there would be left undone. Django's {@code models.E050} and {@code fields.E323}.
 */
final class DeleteActions {

	private DeleteActions() {
	}

	static void check(EntityModel model) {
		if (model.concrete() != model) {
			return;
		}
		FieldModel ofDatabase = find(model, true);
		FieldModel ofEngine = find(model, false);
		if (ofDatabase != null && ofEngine != null) {
			throw mixed(ofDatabase, ofEngine, "are keys of one model");
		}
		requireRemoved(model);
		for (RelationModel relation : model.relations()) {
			if (relation.forward()) {
				requireOneKind(relation.foreignKey(), relation);
			}
		}
	}

	/** Rows that a delete marks are not removed by the database beside it. */
	private static void requireRemoved(EntityModel model) {
		SoftDeletion deletion = model.softDeletion();
		FieldModel key = (deletion != null) ? findCascade(model) : null;
		if (key != null && deletion != null) {
			throw new ModelDefinitionException(
					"""
							%s says @OnDelete(DB_CASCADE) and %s is @SoftDelete: the database removes rows that a delete marks.
							  hint: @OnDelete(CASCADE) marks them where the row they point to is marked (relation-mixed-on-delete)"""
						.formatted(key, deletion.mark()),
					key.subject());
		}
	}

	/** No key of a kind leads to a model with a key of the other kind. */
	private static void requireOneKind(FieldModel field, RelationModel relation) {
		OnDeleteAction action = relation.onDelete();
		if (action.isOfDatabase() || action.isOfEngine()) {
			FieldModel behind = find(relation.target().concrete(), !action.isOfDatabase());
			if (behind != null) {
				throw mixed(field, behind, "lie behind each other");
			}
		}
	}

	private static @Nullable FieldModel find(EntityModel model, boolean database) {
		for (RelationModel relation : model.relations()) {
			if (relation.forward()) {
				OnDeleteAction action = relation.onDelete();
				if (database ? action.isOfDatabase() : action.isOfEngine()) {
					return relation.foreignKey();
				}
			}
		}
		return null;
	}

	private static ModelDefinitionException mixed(FieldModel one, FieldModel other, String how) {
		return new ModelDefinitionException(
				"""
						%s says @OnDelete(%s) and %s says @OnDelete(%s), and both %s: the engine does nothing for rows the database deletes or changes.
						  hint: let both be of the engine, both of the database, or one DO_NOTHING (relation-mixed-on-delete)"""
					.formatted(one, action(one), other, action(other), how),
				one.subject());
	}

	private static OnDeleteAction action(FieldModel field) {
		RelationDescription relation = field.description().relation();
		return (relation != null) ? relation.onDelete() : OnDeleteAction.DO_NOTHING;
	}

	/** Return whether the database may delete rows of a model by itself. */
	static boolean areDeletedByDatabase(EntityModel model) {
		return findCascade(model.concrete()) != null;
	}

	/** Asked before relations are linked, too. */
	private static @Nullable FieldModel findCascade(EntityModel model) {
		for (FieldModel field : model.fields()) {
			if (action(field) == OnDeleteAction.DB_CASCADE) {
				return field;
			}
		}
		return null;
	}

}
