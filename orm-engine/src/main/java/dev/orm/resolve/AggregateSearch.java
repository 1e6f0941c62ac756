package dev.orm.resolve;

import java.util.List;
import java.util.stream.Stream;

import dev.orm.expression.Node;
import dev.orm.expression.NodeVisitor;
import dev.orm.expression.Nodes;

/**
 * Finds aggregates that are written out in an expression, not those it refers to by name.
 * Django's {@code contains_aggregate} of an expression that is not resolved yet.
 */
final class AggregateSearch implements NodeVisitor<Boolean> {

	private static final AggregateSearch INSTANCE = new AggregateSearch();

	private AggregateSearch() {
	}

	static boolean containsAggregate(Node node) {
		return node.accept(INSTANCE);
	}

	private static boolean any(Stream<Node> nodes) {
		return nodes.anyMatch(AggregateSearch::containsAggregate);
	}

	private static boolean any(List<Node> nodes) {
		return any(nodes.stream());
	}

	@Override
	public Boolean aggregate(Nodes.Aggregate node) {
		return true;
	}

	@Override
	public Boolean field(Nodes.Field node) {
		return false;
	}

	@Override
	public Boolean literal(Nodes.Literal node) {
		return false;
	}

	@Override
	public Boolean arithmetic(Nodes.Arithmetic node) {
		return any(Stream.of(node.left(), node.right()));
	}

	@Override
	public Boolean function(Nodes.Function node) {
		return any(node.arguments());
	}

	@Override
	public Boolean caseWhen(Nodes.Case node) {
		return any(node.conditions()) || any(node.results()) || any(Stream.ofNullable(node.otherwise()));
	}

	@Override
	public Boolean subquery(Nodes.Subquery node) {
		return false;
	}

	@Override
	public Boolean outer(Nodes.Outer node) {
		return false;
	}

	@Override
	public Boolean window(Nodes.Window node) {
		return false;
	}

	@Override
	public Boolean junction(Nodes.Junction node) {
		return any(node.flat());
	}

	@Override
	public Boolean negation(Nodes.Negation node) {
		return containsAggregate(node.part());
	}

	@Override
	public Boolean lookup(Nodes.Lookup node) {
		return containsAggregate(node.value());
	}

	@Override
	public Boolean expressionLookup(Nodes.ExpressionLookup node) {
		return any(Stream.of(node.left(), node.right()));
	}

	@Override
	public Boolean raw(Nodes.Raw node) {
		return any(node.parameters());
	}

	@Override
	public Boolean typed(Nodes.Typed node) {
		return containsAggregate(node.expression());
	}

	@Override
	public Boolean slice(Nodes.Slice node) {
		return containsAggregate(node.expression());
	}

	@Override
	public Boolean keyText(Nodes.KeyText node) {
		return false;
	}

	@Override
	public Boolean filteredRelation(Nodes.FilteredRelation node) {
		return false;
	}

	@Override
	public Boolean items(Nodes.Items node) {
		return any(node.items());
	}

	@Override
	public Boolean star(Nodes.Star node) {
		return false;
	}

	@Override
	public Boolean ordering(Nodes.Ordering node) {
		return containsAggregate(node.expression());
	}

}
