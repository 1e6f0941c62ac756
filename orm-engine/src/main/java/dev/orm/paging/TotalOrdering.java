package dev.orm.paging;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.declare.DeclaredUnique;
import dev.orm.expression.node.Clause;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.DeclaredRows;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Selection;

/**
 * Tells whether a query is ordered, and whether no two rows can change places. Django's
 * {@code ordered} and {@code totally_ordered}.
 */
public final class TotalOrdering {

	private TotalOrdering() {
	}

	/**
	 * Return whether a query is ordered.
	 * @param spec the query
	 * @return true if it is
	 */
	public static boolean isOrdered(QuerySpec spec) {
		return spec.any((operation) -> operation == Operation.Simple.NONE || operation instanceof Selection.Dates)
				|| !spec.ordering().isEmpty();
	}

	/**
	 * Return whether no two rows of a query can change places.
	 * @param spec the query
	 * @return true if the ordering tells all rows apart
	 */
	public static boolean isTotal(QuerySpec spec) {
		EntityModel model = spec.model();
		Set<String> ordered = new HashSet<>();
		for (Clause.Ordering term : spec.ordering()) {
			String name = term.path();
			Optional<FieldModel> field = model.field(name);
			if (name.equals("pk") || field.map(TotalOrdering::tellsRowsApart).orElse(false)) {
				return true;
			}
			field.filter((found) -> !isOrderingOfTarget(found, name)).ifPresent((found) -> ordered.add(found.name()));
		}
		return ordered.containsAll(names(model.key()))
				|| DeclaredRows.uniqueTogetherAmongAll(model).stream().anyMatch((set) -> isTold(model, set, ordered))
				|| model.declarations().uniques().stream().anyMatch((unique) -> isTold(model, unique, ordered));
	}

	private static boolean tellsRowsApart(FieldModel field) {
		return field.relation() == null && field.unique() && !field.nullable();
	}

	/** The name of a relation orders by the ordering of the model it leads to. */
	private static boolean isOrderingOfTarget(FieldModel field, String name) {
		return field.relation() != null && name.equals(field.name());
	}

	private static boolean isTold(EntityModel model, DeclaredUnique unique, Set<String> ordered) {
		return !unique.isIndex() && isTold(model, unique.attributes(), ordered);
	}

	private static boolean isTold(EntityModel model, List<String> unique, Set<String> ordered) {
		List<FieldModel> fields = unique.stream().flatMap((name) -> model.field(name).stream()).toList();
		return fields.size() == unique.size() && fields.stream().noneMatch(FieldModel::nullable)
				&& ordered.containsAll(names(fields));
	}

	private static Set<String> names(List<FieldModel> fields) {
		return fields.stream().map(FieldModel::name).collect(Collectors.toSet());
	}

}
