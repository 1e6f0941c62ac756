package dev.orm.expression.node;

/**
 * An unresolved expression: what the caller wrote, with paths as text. Immutable. Each
 * kind is a record, kept with those of its role.
 */
public sealed interface Node permits Atom, Computation, Predicate, Clause {

	/**
	 * Let a visitor answer for this node.
	 * @param <R> the answer
	 * @param visitor the visitor
	 * @return its answer
	 */
	<R> R accept(NodeVisitor<R> visitor);

	/**
	 * Write what the SQL text depends on, and the values apart.
	 * @param shape where to
	 */
	void shape(Shape.Builder shape);

}
