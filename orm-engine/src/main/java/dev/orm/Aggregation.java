package dev.orm;

import dev.orm.expression.Node;
import dev.orm.expression.Nodes;

/** Tells whether an unresolved expression aggregates. */
final class Aggregation {

	private Aggregation() {
	}

	static boolean isInside(Node node) {
		if (node instanceof Nodes.Aggregate) {
			return true;
		}
		if (node instanceof Nodes.Arithmetic arithmetic) {
			return isInside(arithmetic.left()) || isInside(arithmetic.right());
		}
		if (node instanceof Nodes.Function function) {
			return function.arguments().stream().anyMatch(Aggregation::isInside);
		}
		return node instanceof Nodes.Typed typed && isInside(typed.expression());
	}

}
