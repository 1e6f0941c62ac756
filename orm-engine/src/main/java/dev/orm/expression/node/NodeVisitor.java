package dev.orm.expression.node;

/**
 * A pass over unresolved expressions that answers for every kind of node.
 *
 * @param <R> the answer
 */
public interface NodeVisitor<R> {

	/**
	 * Answer for a column, transform or annotation by its path.
	 * @param node the node
	 * @return the answer
	 */
	R field(Atom.Field node);

	/**
	 * Answer for A value that is bound, never written into the text.
	 * @param node the node
	 * @return the answer
	 */
	R literal(Atom.Literal node);

	/**
	 * Answer for the tenant for whom the thread works, a value that is bound each time.
	 * @param node the node
	 * @return the answer
	 */
	R currentTenant(Atom.CurrentTenant node);

	R setting(Atom.Setting node);

	/**
	 * Answer for an operator between two expressions.
	 * @param node the node
	 * @return the answer
	 */
	R arithmetic(Computation.Arithmetic node);

	/**
	 * Answer for A database function by its Django name, such as {@code Lower}.
	 * @param node the node
	 * @return the answer
	 */
	R function(Computation.Function node);

	/**
	 * Answer for an expression transformed as a path would.
	 * @param node the node
	 * @return the answer
	 */
	R transformed(Computation.Transformed node);

	/**
	 * Answer for A call that answers several rows.
	 * @param node the node
	 * @return the answer
	 */
	R unfolded(Computation.Unfolded node);

	/**
	 * Answer for A column of a common table expression.
	 * @param node the node
	 * @return the answer
	 */
	R tableColumn(Atom.TableColumn node);

	/**
	 * Answer for an aggregate by its Django name, such as {@code Sum}.
	 * @param node the node
	 * @return the answer
	 */
	R aggregate(Computation.Aggregate node);

	/**
	 * Answer for CASE WHEN.
	 * @param node the node
	 * @return the answer
	 */
	R caseWhen(Computation.Case node);

	/**
	 * Answer for a query inside an expression.
	 * @param node the node
	 * @return the answer
	 */
	R subquery(Atom.Subquery node);

	/**
	 * Answer for a reference to the query around.
	 * @param node the node
	 * @return the answer
	 */
	R outer(Atom.Outer node);

	/**
	 * Answer for A window function call.
	 * @param node the node
	 * @return the answer
	 */
	R window(Computation.Window node);

	/**
	 * Answer for conditions joined by AND, OR or XOR.
	 * @param node the node
	 * @return the answer
	 */
	R junction(Predicate.Junction node);

	/**
	 * Answer for the NOT of a condition, with Django's NULL-aware meaning.
	 * @param node the node
	 * @return the answer
	 */
	R negation(Predicate.Negation node);

	/**
	 * Answer for A field lookup such as {@code category__name__icontains}.
	 * @param node the node
	 * @return the answer
	 */
	R lookup(Predicate.Lookup node);

	/**
	 * Answer for A lookup whose left side is an expression.
	 * @param node the node
	 * @return the answer
	 */
	R expressionLookup(Predicate.ExpressionLookup node);

	/**
	 * Answer for A fragment of SQL with {@code %s} for each parameter.
	 * @param node the node
	 * @return the answer
	 */
	R raw(Atom.Raw node);

	/**
	 * Answer for an expression given an output type.
	 * @param node the node
	 * @return the answer
	 */
	R typed(Computation.Typed node);

	/**
	 * Answer for characters or elements from (inclusive, from 0) to (exclusive).
	 * @param node the node
	 * @return the answer
	 */
	R slice(Computation.Slice node);

	/**
	 * Answer for the last key of a JSON path as text ({@code ->>}).
	 * @param node the node
	 * @return the answer
	 */
	R keyText(Atom.KeyText node);

	/**
	 * Answer for A relation joined with a further ON condition.
	 * @param node the node
	 * @return the answer
	 */
	R filteredRelation(Clause.FilteredRelation node);

	/**
	 * Answer for A list with expressions among its items.
	 * @param node the node
	 * @return the answer
	 */
	R items(Atom.Items node);

	/**
	 * Answer for all rows, the argument of {@code count()}.
	 * @param node the node
	 * @return the answer
	 */
	R star(Atom.Star node);

	/**
	 * Answer for A term of an ordering.
	 * @param node the node
	 * @return the answer
	 */
	R ordering(Clause.Ordering node);

}
