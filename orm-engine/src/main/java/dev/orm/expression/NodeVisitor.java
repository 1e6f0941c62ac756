package dev.orm.expression;

/**
 * A pass over unresolved expressions that answers for every kind of node.
 *
 * @param <R> the answer
 */
public interface NodeVisitor<R> {

	R field(Nodes.Field node);

	R literal(Nodes.Literal node);

	R arithmetic(Nodes.Arithmetic node);

	R function(Nodes.Function node);

	R aggregate(Nodes.Aggregate node);

	R caseWhen(Nodes.Case node);

	R subquery(Nodes.Subquery node);

	R outer(Nodes.Outer node);

	R window(Nodes.Window node);

	R junction(Nodes.Junction node);

	R negation(Nodes.Negation node);

	R lookup(Nodes.Lookup node);

	R expressionLookup(Nodes.ExpressionLookup node);

	R raw(Nodes.Raw node);

	R typed(Nodes.Typed node);

	R slice(Nodes.Slice node);

	R keyText(Nodes.KeyText node);

	R filteredRelation(Nodes.FilteredRelation node);

	R items(Nodes.Items node);

	R star(Nodes.Star node);

	R ordering(Nodes.Ordering node);

}
