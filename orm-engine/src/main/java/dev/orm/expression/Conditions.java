package dev.orm.expression;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Builds lookups: by path where the left side is one, so that they resolve as keyword
 * lookups do, else as expressions.
 */
final class Conditions {

	private Conditions() {
	}

	static <R> Condition<R> lookup(Node node, String name, @Nullable Object value) {
		if (node instanceof Atom.Field field) {
			return Condition.of(new Predicate.Lookup(field.path(), name, Nodes.of(value)));
		}
		if (node instanceof Computation.Transformed transformed) {
			// together with its transform, which may be one of both sides
			return lookup(transformed.expression(), transformed.name() + "__" + name, value);
		}
		return Condition.of(new Predicate.ExpressionLookup(name, node, Nodes.of(value)));
	}

}
