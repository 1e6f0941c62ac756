package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.expression.Condition;
import dev.orm.expression.Q;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import tools.jackson.databind.JsonNode;

/** Turns the conditions of section 5 into the library's. */
final class ConditionTranslator {

	private static final Map<String, Connector> CONNECTORS = Map.of("$and", Connector.AND, "$or", Connector.OR, "$xor",
			Connector.XOR);

	private final CaseTranslator translator;

	ConditionTranslator(CaseTranslator translator) {
		this.translator = translator;
	}

	Node condition(JsonNode node, NameScope scope) {
		if (node.isArray()) {
			return junction(Connector.AND, node, scope);
		}
		if (ExpressionTranslator.isExpression(node)) {
			return this.translator.expressions().expression(node, scope);
		}
		List<Node> members = new ArrayList<>();
		// keyword arguments, which Django takes in the order of their names
		node.propertyStream()
			.sorted(Map.Entry.comparingByKey())
			.forEach((member) -> members.add(member(member.getKey(), member.getValue(), scope)));
		return (members.size() == 1) ? members.get(0) : new Predicate.Junction(Connector.AND, members);
	}

	private Node member(String name, JsonNode value, NameScope scope) {
		if (CONNECTORS.containsKey(name)) {
			return junction(CONNECTORS.get(name), value, scope);
		}
		if (name.equals("$not")) {
			return Condition.of(condition(value, scope)).not().node();
		}
		if (name.equals("$expr")) {
			return this.translator.expressions().argument(value, scope);
		}
		return Q.of(scope.path(name), this.translator.value(value, scope)).node();
	}

	private Node junction(Connector connector, JsonNode parts, NameScope scope) {
		List<Node> nodes = new ArrayList<>();
		parts.forEach((part) -> nodes.add(condition(part, scope)));
		return new Predicate.Junction(connector, nodes);
	}

}
