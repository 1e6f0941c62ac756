package dev.orm.query;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Suggestions;
import org.jspecify.annotations.Nullable;

/** Tells by which fields the rows of a query may be told apart. */
public final class UniqueFields {

	private UniqueFields() {
	}

	/**
	 * Refuse a field that two rows of the query may have the same value of.
	 * @param spec the query
	 * @param field its name, or {@code pk}
	 * @throws dev.orm.error.FieldDoesNotExistException if there is no such field
	 * @throws QueryValueException if it is not unique
	 * @throws IllegalQueryException if the query is a slice, which a condition would
	 * change
	 */
	public static void require(QuerySpec spec, String field) {
		if (spec.isSliced()) {
			throw new IllegalQueryException("Cannot use 'limit' or 'offset' with inBulk(). hint: give fewer keys",
					spec.model().subject().by("inBulk"));
		}
		FieldModel found = spec.model().field(field).orElse(null);
		if (isDistinct(spec, field) || (field.equals("pk") && spec.model().hasCompositeKey())) {
			return;
		}
		if (found == null && !field.equals("pk")) {
			throw Suggestions.noField(spec.model(), field);
		}
		if (found == null || !isUnique(spec, found)) {
			throw new QueryValueException(
					"inBulk()'s field must be a unique field but '%s' of %s isn't. hint: distinct(…) makes it one"
						.formatted(field, spec.model().name()),
					Subject.ofAttribute(spec.model().name(), field).by("field"));
		}
	}

	/** Whether no two rows of the query have one value: those that are deleted may. */
	private static boolean isUnique(QuerySpec spec, FieldModel field) {
		return spec.has(Restriction.Unscoped.class) ? field.unique() : field.uniqueAmongLiving();
	}

	private static boolean isDistinct(QuerySpec spec, String field) {
		return spec.any((operation) -> operation instanceof Arrangement.Distinct distinct
				&& distinct.fields().equals(List.of(field)));
	}

	/**
	 * Return the field instances are told apart by. What is distinct may be any path, but
	 * instances have fields only.
	 * @param model their model
	 * @param name its name, or {@code pk}
	 * @return the field; null for their key
	 * @throws dev.orm.error.FieldDoesNotExistException if there is none
	 */
	public static @Nullable FieldModel of(EntityModel model, String name) {
		return name.equals("pk") ? null : model.field(name).orElseThrow(() -> Suggestions.noField(model, name));
	}

	/**
	 * Return where a field is among columns that were selected by name.
	 * @param model the model
	 * @param field its name, or {@code pk}
	 * @param columns the names
	 * @return the place, from 0; empty if it is not among them
	 */
	public static OptionalInt place(EntityModel model, String field, List<String> columns) {
		List<String> known = new ArrayList<>(List.of(field));
		model.field(field).ifPresent((found) -> known.addAll(List.of(found.name(), found.attname())));
		return known.stream().mapToInt(columns::indexOf).filter((place) -> place >= 0).findFirst();
	}

}
