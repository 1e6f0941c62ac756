package dev.orm.expression.node;

/**
 * A pass over unresolved expressions that answers for every kind of node.
 *
 * @param <R> the answer
 */
public interface NodeVisitor<R> {

	R field(Atom.Field node);

	R literal(Atom.Literal node);

	R currentTenant(Atom.CurrentTenant node);

	R arithmetic(Computation.Arithmetic node);

	R function(Computation.Function node);

	R transformed(Computation.Transformed node);

	R unfolded(Computation.Unfolded node);

	R tableColumn(Atom.TableColumn node);

	R aggregate(Computation.Aggregate node);

	R caseWhen(Computation.Case node);

	R subquery(Atom.Subquery node);

	R outer(Atom.Outer node);

	R window(Computation.Window node);

	R junction(Predicate.Junction node);

	R negation(Predicate.Negation node);

	R lookup(Predicate.Lookup node);

	R expressionLookup(Predicate.ExpressionLookup node);

	R raw(Atom.Raw node);

	R typed(Computation.Typed node);

	R slice(Computation.Slice node);

	R keyText(Atom.KeyText node);

	R filteredRelation(Clause.FilteredRelation node);

	R items(Atom.Items node);

	R star(Atom.Star node);

	R ordering(Clause.Ordering node);

}
