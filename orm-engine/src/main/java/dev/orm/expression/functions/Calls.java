package dev.orm.expression.functions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.expression.Expression;
import dev.orm.expression.Nodes;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.TemporalExpression;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;

/** Builds the nodes of calls. */
final class Calls {

	/** Says that the last argument is the text search configuration. */
	private static final String CONFIG_ARGUMENT = "config_argument";

	private Calls() {
	}

	static Computation.Function node(String name, Map<String, Object> options, Expression<?, ?> first,
			Object... others) {
		List<Node> arguments = new ArrayList<>();
		arguments.add(first.node());
		arguments.addAll(Nodes.all(others));
		return new Computation.Function(name, arguments, options, null);
	}

	static <R, T> NumberExpression<R, T> number(String name, Expression<R, ?> first, Object... others) {
		return NumberExpression.of(node(name, Map.of(), first, others));
	}

	static <R, T> TemporalExpression<R, T> temporal(String name, Expression<R, ?> expression) {
		return TemporalExpression.of(node(name, Map.of(), expression));
	}

	static Computation.Function with(Computation.Function call, String option, Object value) {
		Map<String, Object> options = new HashMap<>(call.options());
		options.put(option, value);
		return new Computation.Function(call.name(), call.arguments(), options, call.type());
	}

	/**
	 * Name the text search configuration by an expression: as a last argument, since only
	 * arguments are resolved.
	 */
	static Computation.Function withConfiguration(Computation.Function call, Expression<?, ?> name) {
		boolean again = call.options().containsKey(CONFIG_ARGUMENT);
		List<Node> arguments = new ArrayList<>(call.arguments().subList(0, call.arguments().size() - (again ? 1 : 0)));
		arguments.add(name.node());
		return with(new Computation.Function(call.name(), arguments, call.options(), call.type()), CONFIG_ARGUMENT,
				true);
	}

}
