package dev.orm.expression.node;

/** A query as part of an expression; implemented by the query room. Immutable. */
public interface Query {

	/**
	 * Write what the SQL text depends on, and the values apart.
	 * @param shape where to
	 */
	void shape(Shape.Builder shape);

}
