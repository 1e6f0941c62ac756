package dev.orm.expression;

import dev.orm.expression.node.Node;

/**
 * A value that is computed, or that only a name tells: a result of a function, an
 * annotation, a path. It is compared with any value; those of columns have their class.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public interface NumberExpression<R, T> extends Arithmetic<R, T>, ComparedTo<R, Object> {

	/**
	 * Wrap a node.
	 * @param <R> the root model
	 * @param <T> the Java class of its values
	 * @param node the node
	 * @return an expression
	 */
	static <R, T> NumberExpression<R, T> of(Node node) {
		return () -> node;
	}

}
