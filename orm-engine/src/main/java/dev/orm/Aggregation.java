package dev.orm;

import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;

/** Tells whether an unresolved expression aggregates. */
final class Aggregation {

	private Aggregation() {
	}

	static boolean isInside(Node node) {
		if (node instanceof Computation.Aggregate) {
			return true;
		}
		if (node instanceof Computation.Arithmetic arithmetic) {
			return isInside(arithmetic.left()) || isInside(arithmetic.right());
		}
		if (node instanceof Computation.Function function) {
			return function.arguments().stream().anyMatch(Aggregation::isInside);
		}
		return node instanceof Computation.Typed typed && isInside(typed.expression());
	}

}
