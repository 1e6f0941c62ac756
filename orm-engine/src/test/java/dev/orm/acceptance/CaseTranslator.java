package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;

import dev.orm.expression.QuerySource;
import dev.orm.expression.node.Node;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the values of a case, and what they are made of, into the library's. */
final class CaseTranslator {

	private final QueryFactory queries;

	private final ConditionTranslator conditions = new ConditionTranslator(this);

	private final ExpressionTranslator expressions = new ExpressionTranslator(this);

	CaseTranslator(QueryFactory queries) {
		this.queries = queries;
	}

	ConditionTranslator conditions() {
		return this.conditions;
	}

	ExpressionTranslator expressions() {
		return this.expressions;
	}

	QuerySource subquery(JsonNode node, NameScope scope) {
		return this.queries.query(node, scope);
	}

	/**
	 * The right side of a lookup, a column value, a parameter: a literal, an expression,
	 * or a list of these.
	 */
	@Nullable Object value(JsonNode node, NameScope scope) {
		if (node.isArray()) {
			List<@Nullable Object> items = new ArrayList<>();
			node.forEach((item) -> items.add(value(item, scope)));
			return items;
		}
		if (!node.isObject() || Literals.isLiteral(node)) {
			return Literals.value(node);
		}
		if (node.has("$instance")) {
			return this.queries.instance(node.path("$instance"));
		}
		if (node.has("$unsaved")) {
			return this.queries.unsaved(node.path("$unsaved"), scope);
		}
		if (node.has("$query")) {
			return subquery(node.path("$query"), scope);
		}
		return expression(node, scope);
	}

	private Node expression(JsonNode node, NameScope scope) {
		return ExpressionTranslator.isExpression(node) ? this.expressions.expression(node, scope)
				: this.conditions.condition(node, scope);
	}

}
