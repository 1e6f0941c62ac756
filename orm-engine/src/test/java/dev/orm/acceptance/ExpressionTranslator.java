package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.expression.Condition;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Frame;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Nulls;
import dev.orm.expression.node.Operator;
import dev.orm.expression.node.Predicate;
import dev.orm.expression.node.SubqueryKind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns the expressions of section 7 into the library's. */
final class ExpressionTranslator {

	private static final Set<String> EXPRESSIONS = Set.of("$f", "$v", "$op", "$agg", "$func", "$case", "$subquery",
			"$exists", "$array_subquery", "$outer", "$window", "$lookup", "$q", "$wrap", "$kt", "$json_null", "$raw",
			"$filtered_relation");

	private static final Map<String, Operator> OPERATORS = Map.ofEntries(Map.entry("+", Operator.ADD),
			Map.entry("-", Operator.SUB), Map.entry("*", Operator.MUL), Map.entry("/", Operator.DIV),
			Map.entry("%", Operator.MOD), Map.entry("^", Operator.POW), Map.entry("bitand", Operator.BITAND),
			Map.entry("bitor", Operator.BITOR), Map.entry("bitxor", Operator.BITXOR),
			Map.entry("<<", Operator.BITLEFTSHIFT), Map.entry(">>", Operator.BITRIGHTSHIFT));

	private static final Map<String, Connector> CONNECTORS = Map.of("and", Connector.AND, "or", Connector.OR, "xor",
			Connector.XOR);

	private final CaseTranslator translator;

	private final CallTranslator calls = new CallTranslator(this);

	ExpressionTranslator(CaseTranslator translator) {
		this.translator = translator;
	}

	static boolean isExpression(JsonNode node) {
		return node.isObject() && node.propertyNames().stream().anyMatch(EXPRESSIONS::contains);
	}

	/** An argument: an expression, a literal, a number, a boolean or null. */
	Node argument(JsonNode node, NameScope scope) {
		return isExpression(node) ? expression(node, scope) : Nodes.of(this.translator.value(node, scope));
	}

	List<Node> arguments(JsonNode nodes, NameScope scope) {
		List<Node> arguments = new ArrayList<>();
		nodes.forEach((node) -> arguments.add(argument(node, scope)));
		return arguments;
	}

	Node condition(JsonNode node, NameScope scope) {
		return this.translator.conditions().condition(node, scope);
	}

	Node expression(JsonNode node, NameScope scope) {
		String kind = node.propertyNames().stream().filter(EXPRESSIONS::contains).findFirst().orElseThrow();
		JsonNode content = node.path(kind);
		return switch (kind) {
			case "$f" -> field(node, scope);
			case "$v" -> new Atom.Literal(this.translator.value(content, scope), type(node));
			case "$op" -> operation(node, scope);
			case "$agg" -> this.calls.aggregate(node, scope);
			case "$func" -> this.calls.function(node, scope);
			case "$case" -> caseWhen(node, scope);
			case "$subquery" -> subquery(SubqueryKind.SCALAR, node, content, scope);
			case "$exists" -> subquery(SubqueryKind.EXISTS, node, content, scope);
			case "$array_subquery" -> subquery(SubqueryKind.ARRAY, node, content, scope);
			case "$outer" -> new Atom.Outer(outer(content, scope.enclosing()));
			case "$window" -> window(content, type(node), scope);
			default -> rare(kind, node, scope);
		};
	}

	private Node rare(String kind, JsonNode node, NameScope scope) {
		JsonNode content = node.path(kind);
		return switch (kind) {
			case "$lookup" -> new Predicate.ExpressionLookup(content.path(0).asString(),
					argument(content.path(1), scope), Nodes.of(this.translator.value(content.path(2), scope)));
			case "$q" -> condition(content, scope);
			case "$wrap" -> new Computation.Typed(argument(content, scope), typeOf(node));
			case "$kt" -> new Atom.KeyText(scope.path(content.asString()));
			case "$json_null" -> new Atom.Literal(JsonNodeFactory.instance.nullNode(), ValueTypes.JSON);
			case "$raw" -> new Atom.Raw(content.asString(), arguments(node.path("params"), scope), type(node));
			case "$filtered_relation" -> new Clause.FilteredRelation(scope.path(content.path("relation").asString()),
					condition(content.path("condition"), scope));
			default -> throw new UnsupportedCaseException("expression " + kind);
		};
	}

	static @Nullable ValueType type(JsonNode node) {
		return node.has("type") ? typeOf(node) : null;
	}

	static ValueType typeOf(JsonNode node) {
		return ValueTypes.parse(node.path("type").asString());
	}

	private Node field(JsonNode node, NameScope scope) {
		Node field = new Atom.Field(scope.path(node.path("$f").asString()));
		JsonNode slice = node.path("slice");
		if (slice.isMissingNode()) {
			return field;
		}
		return new Computation.Slice(field, slice.path(0).asInt(0),
				slice.path(1).isNumber() ? slice.path(1).asInt() : null);
	}

	private Node outer(JsonNode content, NameScope scope) {
		if (content.isObject()) {
			return new Atom.Outer(outer(content.path("$outer"), scope.enclosing()));
		}
		return new Atom.Field(scope.path(content.asString()));
	}

	private Node operation(JsonNode node, NameScope scope) {
		String name = node.path("$op").asString();
		if (CONNECTORS.containsKey(name)) {
			return new Predicate.Junction(CONNECTORS.get(name), arguments(node.path("args"), scope));
		}
		List<Node> arguments = arguments(node.path("args"), scope);
		if (name.equals("not")) {
			return Condition.of(conditional(arguments.get(0))).not().node();
		}
		if (name.equals("neg")) {
			return new Computation.Arithmetic(Operator.MUL, arguments.get(0), Nodes.of(-1), type(node));
		}
		Operator operator = OPERATORS.get(name);
		if (operator == null) {
			throw new UnsupportedCaseException("operator " + name);
		}
		Node result = arguments.get(0);
		for (int i = 1; i < arguments.size(); i++) {
			ValueType type = (i == arguments.size() - 1) ? type(node) : null;
			result = new Computation.Arithmetic(operator, result, arguments.get(i), type);
		}
		return result;
	}

	/** Django takes what is negated for a boolean, even a reference. */
	private static Node conditional(Node node) {
		return (node instanceof Atom.Field) ? new Computation.Typed(node, ValueTypes.BOOLEAN) : node;
	}

	private Node caseWhen(JsonNode node, NameScope scope) {
		List<Node> conditions = new ArrayList<>();
		List<Node> results = new ArrayList<>();
		for (JsonNode branch : node.path("$case")) {
			conditions.add(condition(branch.path(0), scope));
			results.add(argument(branch.path(1), scope));
		}
		Node otherwise = node.has("default") ? argument(node.path("default"), scope) : null;
		return new Computation.Case(conditions, results, otherwise, type(node));
	}

	private Node subquery(SubqueryKind kind, JsonNode node, JsonNode content, NameScope scope) {
		return new Atom.Subquery(kind, this.translator.subquery(content, scope).query(), type(node));
	}

	private Node window(JsonNode content, @Nullable ValueType type, NameScope scope) {
		List<Node> orderBy = terms(content.path("order_by"), scope);
		List<Node> partitionBy = new ArrayList<>();
		for (JsonNode part : content.path("partition_by")) {
			partitionBy.add(part.isString() ? new Atom.Field(scope.path(part.asString())) : argument(part, scope));
		}
		return new Computation.Window(expression(content.path("expr"), scope), partitionBy, orderBy,
				frame(content.path("frame")), type);
	}

	private @Nullable Frame frame(JsonNode frame) {
		if (!frame.isObject()) {
			return null;
		}
		String exclusion = frame.path("exclusion").asString("");
		return new Frame(frame.path("type").asString().equals("rows"), bound(frame.path("start")),
				bound(frame.path("end")),
				exclusion.isEmpty() ? Frame.Exclusion.NO_OTHERS : Frame.Exclusion.valueOf(exclusion));
	}

	private static @Nullable Integer bound(JsonNode bound) {
		return bound.isNumber() ? bound.asInt() : null;
	}

	List<Node> terms(JsonNode terms, NameScope scope) {
		List<Node> nodes = new ArrayList<>();
		if (terms.isArray()) {
			terms.forEach((term) -> nodes.add(term(term, scope)));
		}
		else if (!terms.isMissingNode() && !terms.isNull()) {
			nodes.add(term(terms, scope));
		}
		return nodes;
	}

	/**
	 * An ordering term inside an expression, where a name is a reference and not a name
	 * of the queryset.
	 */
	private Node term(JsonNode term, NameScope scope) {
		if (term.isString()) {
			String text = term.asString();
			boolean descending = text.startsWith("-");
			Node field = new Atom.Field(scope.path(descending ? text.substring(1) : text));
			return new Clause.Ordering(field, descending, Nulls.DEFAULT);
		}
		return term.has("expr") ? ordering(term, scope)
				: new Clause.Ordering(argument(term, scope), false, Nulls.DEFAULT);
	}

	Node ordering(JsonNode term, NameScope scope) {
		Nulls nulls = switch (term.path("nulls").asString("")) {
			case "first" -> Nulls.FIRST;
			case "last" -> Nulls.LAST;
			default -> Nulls.DEFAULT;
		};
		boolean descending = term.path("dir").asString("asc").equals("desc");
		return new Clause.Ordering(argument(term.path("expr"), scope), descending, nulls);
	}

}
