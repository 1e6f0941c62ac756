package dev.orm.expression;

import dev.orm.expression.node.Query;

/**
 * Anything that can become a query: a queryset or a related manager. Thread-safe where
 * the query is: a queryset is, a related manager belongs to its instance.
 */
public non-sealed interface QuerySource extends Operand {

	/**
	 * Return the query as it stands.
	 * @return the query
	 */
	Query query();

}
