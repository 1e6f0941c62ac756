package dev.orm.resolve;

import java.util.List;
import java.util.stream.Stream;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.NodeVisitor;
import dev.orm.expression.node.Predicate;

/**
 * Finds aggregates that are written out in an expression, not those it refers to by name.
 * Django's {@code contains_aggregate} of an expression that is not resolved yet.
 */
public final class AggregateSearch implements NodeVisitor<Boolean> {

	private static final AggregateSearch INSTANCE = new AggregateSearch();

	private AggregateSearch() {
	}

	/**
	 * Return whether an expression aggregates.
	 * @param node the expression
	 * @return true if there is an aggregate in it, outside of subqueries
	 */
	public static boolean containsAggregate(Node node) {
		return node.accept(INSTANCE);
	}

	private static boolean any(Stream<Node> nodes) {
		return nodes.anyMatch(AggregateSearch::containsAggregate);
	}

	private static boolean any(List<Node> nodes) {
		return any(nodes.stream());
	}

	@Override
	public Boolean aggregate(Computation.Aggregate node) {
		return true;
	}

	@Override
	public Boolean field(Atom.Field node) {
		return false;
	}

	@Override
	public Boolean literal(Atom.Literal node) {
		return false;
	}

	@Override
	public Boolean arithmetic(Computation.Arithmetic node) {
		return any(Stream.of(node.left(), node.right()));
	}

	@Override
	public Boolean function(Computation.Function node) {
		return any(node.arguments());
	}

	@Override
	public Boolean caseWhen(Computation.Case node) {
		return any(node.conditions()) || any(node.results()) || any(Stream.ofNullable(node.otherwise()));
	}

	@Override
	public Boolean subquery(Atom.Subquery node) {
		return false;
	}

	@Override
	public Boolean outer(Atom.Outer node) {
		return false;
	}

	@Override
	public Boolean window(Computation.Window node) {
		return false;
	}

	@Override
	public Boolean junction(Predicate.Junction node) {
		return any(node.flat());
	}

	@Override
	public Boolean negation(Predicate.Negation node) {
		return containsAggregate(node.part());
	}

	@Override
	public Boolean lookup(Predicate.Lookup node) {
		return containsAggregate(node.value());
	}

	@Override
	public Boolean expressionLookup(Predicate.ExpressionLookup node) {
		return any(Stream.of(node.left(), node.right()));
	}

	@Override
	public Boolean raw(Atom.Raw node) {
		return any(node.parameters());
	}

	@Override
	public Boolean typed(Computation.Typed node) {
		return containsAggregate(node.expression());
	}

	@Override
	public Boolean slice(Computation.Slice node) {
		return containsAggregate(node.expression());
	}

	@Override
	public Boolean keyText(Atom.KeyText node) {
		return false;
	}

	@Override
	public Boolean filteredRelation(Clause.FilteredRelation node) {
		return false;
	}

	@Override
	public Boolean items(Atom.Items node) {
		return any(node.items());
	}

	@Override
	public Boolean star(Atom.Star node) {
		return false;
	}

	@Override
	public Boolean ordering(Clause.Ordering node) {
		return containsAggregate(node.expression());
	}

}
