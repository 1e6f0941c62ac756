package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.expression.node.Atom;
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
		if (!(node instanceof Computation.Aggregate aggregate) || aggregate.arguments().size() != 1
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
		Node inner = new Computation.Aggregate(aggregate.name(), List.of(new Atom.Field(rest)), aggregate.distinct(),
				(aggregate.filter() != null) ? moved(aggregate.filter(), prefix) : null, List.of(), null,
				aggregate.options(), aggregate.type());
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
		Node none = aggregate.name().equals("Count") ? new Atom.Raw("0", List.of(), ValueTypes.BIGINT)
				: aggregate.defaultValue();
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
		throw new FieldException("aggregatePerRelation() takes filters on the aggregated relation '%s' only, not %s."
			.formatted(prefix, condition));
	}

}
