package dev.orm.expression.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.expression.Expression;
import dev.orm.expression.Node;
import dev.orm.expression.Nodes;
import dev.orm.expression.NumberExpression;

/** Builds the nodes of calls. */
final class Calls {

	private Calls() {
	}

	static Nodes.Function node(String name, Map<String, Object> options, Expression<?, ?> first, Object... others) {
		List<Node> arguments = new ArrayList<>();
		arguments.add(first.node());
		arguments.addAll(Nodes.all(others));
		return new Nodes.Function(name, arguments, options, null);
	}

	static <R, T> NumberExpression<R, T> number(String name, Expression<R, ?> first, Object... others) {
		return NumberExpression.of(node(name, Map.of(), first, others));
	}

}
