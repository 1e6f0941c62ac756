package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.expression.Node;
import dev.orm.expression.Nodes;
import dev.orm.expression.SubqueryKind;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.query.Operation;
import dev.orm.query.Paths;
import dev.orm.query.QuerySpec;
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
		if (!(node instanceof Nodes.Aggregate aggregate) || aggregate.arguments().size() != 1
				|| !(aggregate.arguments().get(0) instanceof Nodes.Field field)) {
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

	private Node subquery(Nodes.Aggregate aggregate, String path, int before, RelationModel relation) {
		List<String> names = Paths.split(path);
		List<String> near = new ArrayList<>(names.subList(0, before));
		String prefix = String.join("__", names.subList(0, before + 1));
		String rest = (names.size() > before + 1) ? String.join("__", names.subList(before + 1, names.size())) : "pk";
		FieldModel key = relation.path().get(0).fromField();
		near.add(key.name());
		String back = WaysBack.of(relation);
		Node owner = new Nodes.Outer(new Nodes.Field(String.join("__", near)));
		Node inner = new Nodes.Aggregate(aggregate.name(), List.of(new Nodes.Field(rest)), aggregate.distinct(),
				(aggregate.filter() != null) ? moved(aggregate.filter(), prefix) : null, List.of(), null,
				aggregate.options(), aggregate.type());
		QuerySpec rows = QuerySpec.of(relation.target())
			.then(new Operation.Filter(List.of(new Nodes.Lookup(back, owner)), false))
			.then(new Operation.OrderBy(List.of()))
			.then(new Operation.Values(List.of(back), Map.of()))
			.then(new Operation.Annotate(Map.of(VALUE, inner), true))
			.then(new Operation.Values(List.of(VALUE), Map.of()));
		return orDefault(new Nodes.Subquery(SubqueryKind.SCALAR, rows, aggregate.type()), aggregate);
	}

	/** No related row means no group: a count is zero then. */
	private static Node orDefault(Node value, Nodes.Aggregate aggregate) {
		Node none = aggregate.name().equals("Count") ? new Nodes.Raw("0", List.of(), ValueTypes.BIGINT)
				: aggregate.defaultValue();
		return (none == null) ? value
				: new Nodes.Function("Coalesce", List.of(value, none), Map.of(), aggregate.type());
	}

	private static Node moved(Node condition, String prefix) {
		if (condition instanceof Nodes.Junction junction) {
			return new Nodes.Junction(junction.connector(),
					junction.flat().stream().map((part) -> moved(part, prefix)).toList());
		}
		if (condition instanceof Nodes.Negation negation) {
			return new Nodes.Negation(moved(negation.part(), prefix));
		}
		if (condition instanceof Nodes.Lookup lookup && lookup.path().startsWith(prefix + "__")) {
			return new Nodes.Lookup(lookup.path().substring(prefix.length() + 2), lookup.value());
		}
		throw new FieldException("aggregatePerRelation() takes filters on the aggregated relation '%s' only, not %s."
			.formatted(prefix, condition));
	}

}
