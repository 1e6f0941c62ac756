package dev.orm.expression;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;

/**
 * Builds transforms: by path where the left side is one, else as the function of the same
 * meaning.
 */
final class Transforms {

	private Transforms() {
	}

	static <R, T> NumberExpression<R, T> of(Expression<R, ?> left, String name) {
		Node node = left.node();
		if (node instanceof Atom.Field field) {
			return NumberExpression.of(new Atom.Field(field.path() + "__" + name));
		}
		return NumberExpression.of(new Computation.Transformed(node, name));
	}

}
