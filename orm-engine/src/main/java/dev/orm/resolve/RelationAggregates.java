package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.expression.node.SubqueryKind;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Tenancy;
import dev.orm.query.Arrangement;
import dev.orm.query.Paths;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.resolve.follow.ResolvedPath;
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
		String back = relation.wayBack();
		Node owner = new Atom.Outer(new Atom.Field(String.join("__", near)));
		List<Node> arguments = new ArrayList<>(
				seenFrom(prefix, aggregate.arguments().subList(1, aggregate.arguments().size())));
		arguments.add(0, new Atom.Field(rest));
		Node inner = new Computation.Aggregate(aggregate.name(), arguments, aggregate.distinct(),
				(aggregate.filter() != null) ? seenFrom(prefix, aggregate.filter()) : null,
				seenFrom(prefix, aggregate.orderBy()), null, aggregate.options(), aggregate.type());
		QuerySpec rows = ofTenant(seen(relation.target()).then(Restriction.related(relation, owner, false)), relation,
				names.subList(0, before))
			.then(new Arrangement.OrderBy(List.of()))
			.then(new Selection.Values(List.of(back), Map.of()))
			.then(new Selection.Annotate(Map.of(VALUE, inner), true))
			.then(new Selection.Values(List.of(VALUE), Map.of()));
		return orDefault(new Atom.Subquery(SubqueryKind.SCALAR, rows, aggregate.type()), aggregate);
	}

	/** In work for all tenants a generic key does not say that both rows are one's. */
	private QuerySpec ofTenant(QuerySpec rows, RelationModel relation, List<String> near) {
		Tenancy inside = Tenancy.own(relation.target().concrete());
		Tenancy outside = Tenancy.own(relation.source().concrete());
		if (relation.typed() == null || inside == null || outside == null || !this.query.context.tenants().isAll()) {
			return rows;
		}
		List<String> tenant = new ArrayList<>(near);
		tenant.add(outside.field().name());
		return rows.then(new Restriction.Filter(List
			.of(new Predicate.Lookup(inside.field().name(), new Atom.Outer(new Atom.Field(String.join("__", tenant))))),
				false));
	}

	/** All rows of a model that this query sees. */
	private QuerySpec seen(EntityModel model) {
		QuerySpec rows = QuerySpec.of(model);
		for (Restriction.Unscoped lifted : this.query.scoping().lifted()) {
			rows = rows.then(lifted);
		}
		return rows;
	}

	/**
	 * No related row means no group: a count is zero then, made after the shape was
	 * taken.
	 */
	private Node orDefault(Node value, Computation.Aggregate aggregate) {
		Object empty = this.query.context.aggregates().emptyValue(aggregate.name());
		Node none = (empty != null) ? new Atom.Literal(empty, null) : aggregate.defaultValue();
		return (none == null) ? value
				: new Computation.Function("Coalesce", List.of(value, none), Map.of(), aggregate.type());
	}

	/** What is written from the query's model, seen from the aggregated relation. */
	private static Node seenFrom(String prefix, Node node) {
		return node.transform((part) -> {
			if (part instanceof Atom.Field field) {
				return new Atom.Field(behind(prefix, field.path(), part));
			}
			if (part instanceof Predicate.Lookup lookup) {
				return new Predicate.Lookup(behind(prefix, lookup.path(), part), seenFrom(prefix, lookup.value()));
			}
			if (part instanceof Atom.KeyText key) {
				return new Atom.KeyText(behind(prefix, key.path(), part));
			}
			if (part instanceof Atom.Outer || part instanceof Atom.Raw) {
				throw foreign(part, prefix);
			}
			return null;
		});
	}

	private static String behind(String prefix, String path, Node node) {
		if (!path.startsWith(prefix + "__")) {
			throw foreign(node, prefix);
		}
		return path.substring(prefix.length() + 2);
	}

	private static List<Node> seenFrom(String prefix, List<Node> nodes) {
		return nodes.stream().map((node) -> seenFrom(prefix, node)).toList();
	}

	private static FieldException foreign(Node node, String prefix) {
		return new FieldException(
				"aggregatePerRelation() takes filters and orderings of the aggregated relation '%s' only, not %s."
					.formatted(prefix, node),
				Subject.ofArgument(prefix));
	}

}
