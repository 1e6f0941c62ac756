package dev.orm.paging;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Orderable;
import dev.orm.expression.node.Clause;
import dev.orm.meta.EntityModel;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Selection;

/**
 * What {@code first}, {@code last} and {@code latest} need to know of a query's ordering.
 */
public final class Ordering {

	private Ordering() {
	}

	/**
	 * Order by key where nothing else orders; an ordering cleared by the caller stays
	 * cleared, as in Django from 6.1 on.
	 * @param spec the query
	 * @param method who needs an order, for the message
	 * @return an ordered query
	 * @throws IllegalQueryException if it can no longer be ordered
	 */
	public static QuerySpec ensured(QuerySpec spec, String method) {
		boolean cleared = spec.latestOfWhole(Arrangement.OrderBy.class) != null;
		if (cleared || !spec.ordering().isEmpty() || spec.has(Selection.Dates.class)) {
			return spec;
		}
		Selection.Values groups = spec.groups();
		if (groups != null && !tellApart(groups, spec.model())) {
			throw new IllegalQueryException(
					"Cannot use %s() on an unordered queryset performing aggregation. Add an ordering with orderBy()."
						.formatted(method),
					spec.model().subject().by(method));
		}
		if (spec.isSliced()) {
			throw new IllegalQueryException("Cannot reorder a query once a slice has been taken: order before slicing.",
					spec.model().subject().by(method));
		}
		return spec.then(new Arrangement.OrderBy(List.of(Clause.Ordering.named("pk"))));
	}

	/** Whether each row of the model is a group of its own. */
	private static boolean tellApart(Selection.Values groups, EntityModel model) {
		List<String> names = groups.names();
		return names.isEmpty() || names.contains("pk")
				|| model.key().stream().allMatch((key) -> names.contains(key.name()) || names.contains(key.attname()));
	}

	/**
	 * Return whether the rows depend on the ordering even without a slice.
	 * @param spec the query
	 * @return true if they do
	 */
	public static boolean needsOrder(QuerySpec spec) {
		return spec.isCombined() || spec
			.any((operation) -> operation instanceof Arrangement.Distinct distinct && !distinct.fields().isEmpty());
	}

	/**
	 * Return the terms by which the wanted row comes first.
	 * @param model the model
	 * @param latest whether the largest is wanted
	 * @param fields the fields, a leading minus turns one; the model's own if none
	 * @return the terms
	 * @throws QueryValueException if there are no fields at all
	 */
	public static List<Clause.Ordering> extremes(EntityModel model, boolean latest, String... fields) {
		List<Clause.Ordering> terms = (fields.length > 0) ? Arrays.stream(fields).map(Clause.Ordering::named).toList()
				: model.latestBy();
		if (terms.isEmpty()) {
			throw new QueryValueException(
					"earliest() and latest() require either fields as arguments or 'getLatestBy' on the @Table of %s, or latestBy in its Meta."
						.formatted(model.name()),
					model.subject().by("fields"));
		}
		return terms.stream().map((term) -> extreme(term, latest)).toList();
	}

	/**
	 * Return the terms by which the wanted row comes first.
	 * @param latest whether the last one is wanted
	 * @param first what to order by first
	 * @param more what to order by where that is equal
	 * @return the terms
	 */
	public static List<Clause.Ordering> extremes(boolean latest, Orderable<?> first, Orderable<?>... more) {
		return Stream.<Orderable<?>>concat(Stream.of(first), Arrays.stream(more))
			.map((orderable) -> extreme(orderable.orderTerm().node(), latest))
			.toList();
	}

	private static Clause.Ordering extreme(Clause.Ordering term, boolean latest) {
		return new Clause.Ordering(term.expression(), term.descending(), term.nulls()).turned(latest);
	}

}
