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

	static <R> Condition<R> lookup(Expression<R, ?> left, String name, @Nullable Object value) {
		Node node = left.node();
		if (node instanceof Atom.Field field) {
			return Condition.of(new Predicate.Lookup(field.path(), name, Nodes.of(value)));
		}
		if (node instanceof Computation.Function call && call.name().equals(Computation.Function.TRANSFORM)) {
			// together with its transform, which may be one of both sides
			Node inner = call.arguments().get(0);
			return lookup(() -> inner, call.options().get("name") + "__" + name, value);
		}
		return Condition.of(new Predicate.ExpressionLookup(name, node, Nodes.of(value)));
	}

}
