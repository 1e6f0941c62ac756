package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import tools.jackson.databind.JsonNode;

/** Turns calls of aggregates and functions into the library's. */
final class CallTranslator {

	private static final Set<String> FUNCTION_PARTS = Set.of("$func", "args", "type", "fields", "value", "default");

	private static final Set<String> AGGREGATE_OPTIONS = Set.of("sample", "delimiter");

	private final ExpressionTranslator expressions;

	CallTranslator(ExpressionTranslator expressions) {
		this.expressions = expressions;
	}

	Node aggregate(JsonNode node, NameScope scope) {
		Map<String, Object> options = new HashMap<>();
		AGGREGATE_OPTIONS.stream().filter(node::has).forEach((name) -> options.put(name, option(node.path(name))));
		Node filter = node.has("filter") ? this.expressions.condition(node.path("filter"), scope) : null;
		Node defaultValue = node.has("default") ? this.expressions.argument(node.path("default"), scope) : null;
		return new Computation.Aggregate(node.path("$agg").asString(), aggregated(node, scope),
				node.path("distinct").asBoolean(false), filter, this.expressions.terms(node.path("order_by"), scope),
				defaultValue, options, ExpressionTranslator.type(node));
	}

	private List<Node> aggregated(JsonNode node, NameScope scope) {
		if (node.has("args")) {
			return this.expressions.arguments(node.path("args"), scope);
		}
		JsonNode argument = node.path("arg");
		if (argument.isString() && !argument.asString().equals("*")) {
			throw new UnsupportedCaseException("an aggregate of the bare text " + argument);
		}
		return argument.isString() ? List.of(new Atom.Star()) : List.of(this.expressions.argument(argument, scope));
	}

	Node function(JsonNode node, NameScope scope) {
		List<Node> arguments = new ArrayList<>(this.expressions.arguments(node.path("args"), scope));
		Map<String, Object> options = new HashMap<>();
		node.propertyStream()
			.filter((member) -> !FUNCTION_PARTS.contains(member.getKey()))
			.forEach((member) -> options.put(member.getKey(), option(member.getValue())));
		if (node.has("value")) {
			arguments.add(text(node.path("value"), scope));
		}
		if (node.has("default")) {
			arguments.add(this.expressions.argument(node.path("default"), scope));
		}
		if (node.has("fields")) {
			options.put("names", List.copyOf(node.path("fields").propertyNames()));
			node.path("fields").forEach((value) -> arguments.add(this.expressions.argument(value, scope)));
		}
		return new Computation.Function(node.path("$func").asString(), arguments, options,
				ExpressionTranslator.type(node));
	}

	private Node text(JsonNode value, NameScope scope) {
		return value.isString() ? Nodes.of(value.asString()) : this.expressions.argument(value, scope);
	}

	private static Object option(JsonNode value) {
		Object literal = Literals.value(value.has("$v") ? value.path("$v") : value);
		if (literal == null) {
			throw new UnsupportedCaseException("an option that is null");
		}
		return literal;
	}

}
