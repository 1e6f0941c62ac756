package dev.orm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.OrderBy;
import dev.orm.expression.Orderable;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Nulls;
import dev.orm.expression.node.OrderedPath;
import dev.orm.meta.EntityModel;
import dev.orm.query.Arrangement;
import dev.orm.query.Combination;
import dev.orm.query.QuerySpec;
import dev.orm.query.Selection;

/**
 * What {@code first}, {@code last} and {@code latest} need to know of a query's ordering.
 */
final class Ordering {

	private Ordering() {
	}

	/**
	 * Order by key where nothing else orders; an ordering cleared by the caller stays
	 * cleared, as in Django from 6.1 on.
	 */
	static QuerySpec ensured(QuerySpec spec, String method) {
		for (QuerySpec at = spec; at != null; at = at.previous()) {
			if (at.last() instanceof Arrangement.OrderBy || at.last() instanceof Selection.Dates) {
				return spec;
			}
		}
		if (!spec.model().ordering().isEmpty() && !isGrouped(spec)) {
			return spec;
		}
		if (isGroupedByOthers(spec)) {
			throw new IllegalQueryException(
					"Cannot use %s() on an unordered queryset performing aggregation. Add an ordering with orderBy()."
						.formatted(method));
		}
		if (Slices.isSliced(spec)) {
			throw new IllegalQueryException(
					"Cannot reorder a query once a slice has been taken: order before slicing.");
		}
		return spec.then(new Arrangement.OrderBy(List.of(new Atom.Field("pk"))));
	}

	/** The model's ordering does not apply to groups. */
	private static boolean isGrouped(QuerySpec spec) {
		for (QuerySpec at = spec; at != null && !(at.last() instanceof Combination.Compound); at = at.previous()) {
			if (at.last() instanceof Selection.Annotate annotate && aggregates(annotate)) {
				return true;
			}
		}
		return false;
	}

	private static boolean aggregates(Selection.Annotate annotate) {
		return annotate.expressions().values().stream().anyMatch(Node::containsAggregate);
	}

	private static boolean isGroupedByOthers(QuerySpec spec) {
		boolean grouped = false;
		for (QuerySpec at = spec; at != null; at = at.previous()) {
			if (at.last() instanceof Selection.Annotate annotate) {
				grouped |= aggregates(annotate);
			}
			if (at.last() instanceof Selection.Values values && grouped) {
				return !values.names().contains("pk") && !values.names().contains(spec.model().key().get(0).name());
			}
		}
		return false;
	}

	/** Whether the rows depend on the ordering even without a slice. */
	static boolean needsOrder(QuerySpec spec) {
		for (QuerySpec at = spec; at != null; at = at.previous()) {
			boolean distinctOn = at.last() instanceof Arrangement.Distinct distinct && !distinct.fields().isEmpty();
			if (distinctOn || at.last() instanceof Combination.Compound) {
				return true;
			}
		}
		return false;
	}

	static List<Node> extremes(EntityModel model, boolean latest, String... fields) {
		List<String> paths = (fields.length > 0) ? Arrays.asList(fields) : model.description().getLatestBy();
		if (paths.isEmpty()) {
			throw new QueryValueException(
					"earliest() and latest() require either fields as arguments or 'getLatestBy' on the @Table of %s."
						.formatted(model.name()));
		}
		return paths.stream().map((path) -> term(path, latest)).toList();
	}

	static List<Node> extremes(boolean latest, Orderable<?> first, Orderable<?>... more) {
		return Stream.<Orderable<?>>concat(Stream.of(first), Arrays.stream(more))
			.map((orderable) -> extreme(latest, orderable.orderTerm()))
			.toList();
	}

	private static Node extreme(boolean latest, OrderBy<?> term) {
		return new Clause.Ordering(term.expression(), latest ^ term.descending(),
				latest ? turned(term.nulls()) : term.nulls());
	}

	private static Nulls turned(Nulls nulls) {
		return switch (nulls) {
			case DEFAULT -> Nulls.DEFAULT;
			case FIRST -> Nulls.LAST;
			case LAST -> Nulls.FIRST;
		};
	}

	private static Node term(String path, boolean latest) {
		OrderedPath ordered = OrderedPath.of(path);
		return new Clause.Ordering(new Atom.Field(ordered.path()), latest ^ ordered.descending(), Nulls.DEFAULT);
	}

}
