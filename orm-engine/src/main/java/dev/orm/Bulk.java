package dev.orm;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Suggestions;
import dev.orm.path.Column;
import dev.orm.path.RelationColumn;
import dev.orm.query.Arrangement;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import org.jspecify.annotations.Nullable;

/** Decides which fields rows may be read by. Django's {@code in_bulk()}. */
final class Bulk {

	private Bulk() {
	}

	static void check(QuerySpec spec, String field) {
		if (spec.isSliced()) {
			throw new IllegalQueryException("Cannot use 'limit' or 'offset' with inBulk(). hint: give fewer keys");
		}
		if (!field.equals("pk") && spec.model().field(field).isEmpty() && !isDistinct(spec, field)) {
			throw unknown(spec, field);
		}
		boolean unique = spec.model().field(field).map((found) -> isUnique(spec, found)).orElse(false)
				|| (field.equals("pk") && spec.model().hasCompositeKey()) || isDistinct(spec, field);
		if (!unique) {
			throw new QueryValueException(
					"inBulk()'s field must be a unique field but '%s' of %s isn't. hint: distinct(…) makes it one"
						.formatted(field, spec.model().name()));
		}
	}

	/** Whether no two rows of the query have one value: those that are deleted may. */
	private static boolean isUnique(QuerySpec spec, FieldModel field) {
		return spec.has(Restriction.Unscoped.class) ? field.unique() : field.uniqueAmongLiving();
	}

	/**
	 * Return the field instances are told apart by; null for their key. What is distinct
	 * may be any path, but instances have fields only.
	 */
	static @Nullable FieldModel field(QuerySpec spec, String name) {
		if (name.equals("pk")) {
			return null;
		}
		return spec.model().field(name).orElseThrow(() -> unknown(spec, name));
	}

	/** Whether what a relation leads to can be joined to the rows. */
	static boolean isJoinable(QuerySpec spec) {
		return !spec.has(Selection.Defer.class) && !spec.has(Operation.Lock.class) && !spec.isCombined();
	}

	private static FieldDoesNotExistException unknown(QuerySpec spec, String field) {
		return Suggestions.noField(spec.model(), field);
	}

	/**
	 * The name under which an instance has the value of a column: of a relation, its key.
	 */
	static String attribute(Column<?, ?> column) {
		return (column instanceof RelationColumn) ? column.path() + "Id" : column.path();
	}

	private static boolean isDistinct(QuerySpec spec, String field) {
		return spec.any((operation) -> operation instanceof Arrangement.Distinct distinct
				&& distinct.fields().equals(List.of(field)));
	}

	/** Return what was selected last. */
	static Selection.@Nullable Values selected(QuerySpec spec) {
		return spec.latest(Selection.Values.class);
	}

	/** Return the place of a field among the columns. */
	static int column(QuerySpec spec, String field, List<String> names) {
		List<String> known = new ArrayList<>(List.of(field));
		spec.model().field(field).ifPresent((model) -> known.addAll(List.of(model.name(), model.attname())));
		return known.stream()
			.mapToInt(names::indexOf)
			.filter((place) -> place >= 0)
			.findFirst()
			.orElseThrow(() -> new IllegalQueryException("inBulk() needs '%s' among the values.".formatted(field),
					UnknownName.of("", field, names)));
	}

}
