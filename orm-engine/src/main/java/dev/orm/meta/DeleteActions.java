package dev.orm.meta;

import java.util.Optional;
import java.util.function.Predicate;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.error.ModelDefinitionException;
import dev.orm.model.RelationDescription;

/**
 * Refuses to mix what the engine does when a row is deleted with what the database does:
 * the engine does not look behind a row the database deletes, so that what it should do
 * there would be left undone, and so would the mark of a soft delete. Django's
 * {@code models.E050} and {@code fields.E323}.
 */
final class DeleteActions {

	private DeleteActions() {
	}

	static void check(EntityModel model) {
		if (model.concrete() != model) {
			return;
		}
		Optional<FieldModel> ofDatabase = find(model, OnDeleteAction::isOfDatabase);
		Optional<FieldModel> ofEngine = find(model, OnDeleteAction::isOfEngine);
		if (ofDatabase.isPresent() && ofEngine.isPresent()) {
			throw mixed(ofDatabase.get(), ofEngine.get(), "are keys of one model");
		}
		find(model, OnDeleteAction.DB_CASCADE::equals).ifPresent((field) -> requireRemoved(model, field));
		ofDatabase.ifPresent((field) -> requireNone(model, OnDeleteAction::isOfDatabase, OnDeleteAction::isOfEngine));
		ofEngine.ifPresent((field) -> requireNone(model, OnDeleteAction::isOfEngine, OnDeleteAction::isOfDatabase));
	}

	/** Rows that a delete marks are not removed by the database beside it. */
	private static void requireRemoved(EntityModel model, FieldModel key) {
		SoftDeletion deletion = model.softDeletion();
		if (deletion != null) {
			throw new ModelDefinitionException(
					"""
							%s says @OnDelete(DB_CASCADE) and %s is @SoftDelete: the database removes rows that a delete marks.
							  hint: @OnDelete(CASCADE) marks them where the row they point to is marked (relation-mixed-on-delete)"""
						.formatted(key, deletion.mark()));
		}
	}

	/** No key of a kind leads to a model with a key of the other kind. */
	private static void requireNone(EntityModel model, Predicate<OnDeleteAction> kind,
			Predicate<OnDeleteAction> other) {
		for (FieldModel field : model.fields()) {
			RelationModel relation = field.relation();
			if (relation != null && kind.test(relation.onDelete())) {
				find(relation.target().concrete(), other).ifPresent((behind) -> {
					throw mixed(field, behind, "lie behind each other");
				});
			}
		}
	}

	private static Optional<FieldModel> find(EntityModel model, Predicate<OnDeleteAction> kind) {
		return model.fields().stream().filter((field) -> {
			RelationDescription relation = field.description().relation();
			return relation != null && kind.test(relation.onDelete());
		}).findFirst();
	}

	private static ModelDefinitionException mixed(FieldModel one, FieldModel other, String how) {
		return new ModelDefinitionException(
				"""
						%s says @OnDelete(%s) and %s says @OnDelete(%s), and both %s: the engine does nothing for rows the database deletes or changes.
						  hint: let both be of the engine, both of the database, or one DO_NOTHING (relation-mixed-on-delete)"""
					.formatted(one, action(one), other, action(other), how));
	}

	private static OnDeleteAction action(FieldModel field) {
		RelationDescription relation = field.description().relation();
		return (relation != null) ? relation.onDelete() : OnDeleteAction.DO_NOTHING;
	}

	/** Return whether the database may delete rows of a model by itself. */
	static boolean areDeletedByDatabase(EntityModel model) {
		return find(model.concrete(), OnDeleteAction.DB_CASCADE::equals).isPresent();
	}

}
