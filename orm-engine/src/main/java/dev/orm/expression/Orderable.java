package dev.orm.expression;

/**
 * What rows can be ordered by: an expression, whose smallest value comes first, or a term
 * that says which comes first. Immutable.
 *
 * @param <R> the root model
 */
public interface Orderable<R> {

	/**
	 * Return the term of an ordering. For the engine.
	 * @return the term
	 */
	OrderBy<R> orderTerm();

}
