package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.expression.node.SubqueryKind;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.query.Arrangement;
import dev.orm.query.Paths;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Computes an aggregate over a to-many relation by a subquery of its own, so that other
 * relations' rows cannot multiply it.
 */
final class RelationAggregates {

	private static final String VALUE = "_aggregate";

	private final SelectQuery query;

	RelationAggregates(SelectQuery query) {
		this.query = query;
	}

	/**
	 * Rewrite an aggregate that crosses a to-many relation; answer all others as they
	 * are.
	 */
	Node rewrite(Node node) {
		if (!(node instanceof Computation.Aggregate aggregate) || aggregate.arguments().isEmpty()
				|| !(aggregate.arguments().get(0) instanceof Atom.Field field)) {
			return node;
		}
		ResolvedPath path = PathFinder.find(this.query, Paths.split(field.path()));
		int before = 0;
		for (ResolvedPath.Segment segment : path.segments()) {
			RelationModel relation = relation(segment);
			if (relation != null && relation.multiValued()) {
				return subquery(aggregate, field.path(), before, relation);
			}
			before++;
		}
		return node;
	}

	private static @Nullable RelationModel relation(ResolvedPath.Segment segment) {
		RelationModel found = null;
		for (RelationModel candidate : segment.hops().get(0).step().from().relations()) {
			int own = segment.hops().size() - candidate.path().size();
			boolean same = own >= 0 && candidate.path().get(0).equals(segment.hops().get(own).step());
			found = (same && candidate.queryName().equals(segment.name())) ? candidate : found;
		}
		return found;
	}

	private Node subquery(Computation.Aggregate aggregate, String path, int before, RelationModel relation) {
		List<String> names = Paths.split(path);
		List<String> near = new ArrayList<>(names.subList(0, before));
		String prefix = String.join("__", names.subList(0, before + 1));
		String rest = (names.size() > before + 1) ? String.join("__", names.subList(before + 1, names.size())) : "pk";
		FieldModel key = relation.path().get(0).fromField();
		near.add(key.name());
		String back = WaysBack.of(relation);
		Node owner = new Atom.Outer(new Atom.Field(String.join("__", near)));
		List<Node> arguments = new ArrayList<>(
				besides(aggregate.arguments().subList(1, aggregate.arguments().size()), prefix));
		arguments.add(0, new Atom.Field(rest));
		Node inner = new Computation.Aggregate(aggregate.name(), arguments, aggregate.distinct(),
				(aggregate.filter() != null) ? moved(aggregate.filter(), prefix) : null,
				besides(aggregate.orderBy(), prefix), null, aggregate.options(), aggregate.type());
		QuerySpec rows = QuerySpec.of(relation.target())
			.then(new Restriction.Filter(List.of(new Predicate.Lookup(back, owner)), false))
			.then(new Arrangement.OrderBy(List.of()))
			.then(new Selection.Values(List.of(back), Map.of()))
			.then(new Selection.Annotate(Map.of(VALUE, inner), true))
			.then(new Selection.Values(List.of(VALUE), Map.of()));
		return orDefault(new Atom.Subquery(SubqueryKind.SCALAR, rows, aggregate.type()), aggregate);
	}

	/** No related row means no group: a count is zero then. */
	private static Node orDefault(Node value, Computation.Aggregate aggregate) {
		Node none = ExpressionResolver.NEVER_NULL.contains(aggregate.name())
				? new Atom.Raw("0", List.of(), ValueTypes.BIGINT) : aggregate.defaultValue();
		return (none == null) ? value
				: new Computation.Function("Coalesce", List.of(value, none), Map.of(), aggregate.type());
	}

	private static Node moved(Node condition, String prefix) {
		if (condition instanceof Predicate.Junction junction) {
			return new Predicate.Junction(junction.connector(),
					junction.flat().stream().map((part) -> moved(part, prefix)).toList());
		}
		if (condition instanceof Predicate.Negation negation) {
			return new Predicate.Negation(moved(negation.part(), prefix));
		}
		if (condition instanceof Predicate.Lookup lookup && lookup.path().startsWith(prefix + "__")) {
			return new Predicate.Lookup(lookup.path().substring(prefix.length() + 2), lookup.value());
		}
		throw foreign(condition, prefix);
	}

	private static List<Node> besides(List<Node> nodes, String prefix) {
		return nodes.stream().map((node) -> beside(node, prefix)).toList();
	}

	/**
	 * What stands beside the aggregated path: a value, or a path of the same relation.
	 */
	private static Node beside(Node node, String prefix) {
		if (node instanceof Clause.Ordering ordering) {
			return new Clause.Ordering(beside(ordering.expression(), prefix), ordering.descending(), ordering.nulls());
		}
		if (node instanceof Atom.Field field && field.path().startsWith(prefix + "__")) {
			return new Atom.Field(field.path().substring(prefix.length() + 2));
		}
		if (node instanceof Atom.Literal) {
			return node;
		}
		throw foreign(node, prefix);
	}

	private static FieldException foreign(Node node, String prefix) {
		return new FieldException(
				"aggregatePerRelation() takes filters and orderings of the aggregated relation '%s' only, not %s."
					.formatted(prefix, node));
	}

}
