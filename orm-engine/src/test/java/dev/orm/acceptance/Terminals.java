package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.orm.Paginator;
import dev.orm.QuerySet;
import dev.orm.ReadRows;
import dev.orm.Selecting;
import dev.orm.ValuesQuerySet;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Evaluates querysets as the terminals of section 8 say. */
final class Terminals {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final QueryTranslator queries;

	Terminals(QueryTranslator queries) {
		this.queries = queries;
	}

	static String name(JsonNode terminal) {
		if (terminal.isObject()) {
			return terminal.propertyNames().iterator().next();
		}
		return terminal.isString() ? terminal.asString() : "rows";
	}

	JsonNode evaluate(JsonNode body) {
		if (body.has("raw")) {
			return new RawTerminals(this.queries).evaluate(body);
		}
		return evaluate(this.queries.build(body, null), body.path("terminal"));
	}

	private JsonNode evaluate(CaseQuery query, JsonNode terminal) {
		String name = name(terminal);
		JsonNode argument = terminal.path(name);
		Selecting<Model, ?, ?> queryset = query.queryset();
		return switch (name) {
			case "rows" -> rows(query, queryset.list());
			case "iterator" -> iterated(query);
			case "count" -> NODES.numberNode(queryset.count());
			case "exists" -> NODES.booleanNode(queryset.exists());
			case "aggregate" -> aggregate(query, argument);
			case "first" -> optional(query, queryset.first());
			case "last" -> optional(query, queryset.last());
			case "latest" -> row(query, queryset.latest(terms(argument, query.scope())));
			case "earliest" -> row(query, queryset.earliest(terms(argument, query.scope())));
			case "get" ->
				row(query, queryset.get(new OperationTranslator(this.queries).condition(argument, query.scope())));
			case "item" -> row(query, queryset.at(argument.asLong()));
			default -> instances(query, name, argument);
		};
	}

	private JsonNode instances(CaseQuery query, String name, JsonNode argument) {
		return switch (name) {
			case "contains" -> NODES.booleanNode(query.instances("contains").contains(this.queries.instance(argument)));
			case "in_bulk" -> inBulk(query, argument);
			case "page" -> page(query, argument);
			case "graph" -> new GraphWalker(this.queries.catalog()).nodes(query.queryset().list(), argument);
			default -> throw new UnsupportedCaseException("terminal " + name);
		};
	}

	private static JsonNode row(CaseQuery query, @Nullable Object row) {
		return OperationTranslator.row(query, row);
	}

	private static ArrayNode rows(CaseQuery query, Collection<?> rows) {
		ArrayNode nodes = NODES.arrayNode();
		rows.forEach((row) -> nodes.add(row(query, row)));
		return nodes;
	}

	private static JsonNode iterated(CaseQuery query) {
		if (query.isInstances()) {
			try (Stream<Model> stream = query.instances("stream").stream(2)) {
				return rows(query, stream.toList());
			}
		}
		List<Object> rows = new ArrayList<>();
		((ReadRows<?>) query.queryset()).iterator().forEachRemaining(rows::add);
		return rows(query, rows);
	}

	private static JsonNode optional(CaseQuery query, Optional<?> row) {
		return row.isPresent() ? row(query, row.get()) : NODES.nullNode();
	}

	private JsonNode aggregate(CaseQuery query, JsonNode aggregates) {
		return InstanceWriter.values(query.queryset().aggregate(this.queries.named(aggregates, query.scope())),
				query.scope());
	}

	private static String[] terms(JsonNode fields, NameScope scope) {
		return fields.valueStream().map((field) -> {
			String text = field.asString();
			return text.startsWith("-") ? "-" + scope.path(text.substring(1)) : scope.path(text);
		}).toArray(String[]::new);
	}

	private static JsonNode inBulk(CaseQuery query, JsonNode argument) {
		String field = query.scope().path(argument.path("field_name").asString("pk"));
		ArrayNode pairs = NODES.arrayNode();
		bulk(query, argument, field)
			.forEach((key, row) -> pairs.add(NODES.arrayNode().add(ResultWriter.value(key)).add(row(query, row))));
		return pairs;
	}

	private static Map<Object, ?> bulk(CaseQuery query, JsonNode argument, String field) {
		List<Object> keys = new ArrayList<>();
		argument.path("ids").forEach((key) -> keys.add(Literals.value(key)));
		boolean all = argument.path("ids").isMissingNode() || argument.path("ids").isNull();
		if (query.queryset() instanceof ValuesQuerySet<?, ?> values) {
			return all ? values.inBulkBy(field) : values.inBulk(keys, field);
		}
		QuerySet<Model> instances = query.instances("inBulk");
		return all ? instances.inBulkBy(field) : instances.inBulk(keys, field);
	}

	private static JsonNode page(CaseQuery query, JsonNode argument) {
		JsonNode number = argument.path("number");
		Paginator<?> paginator = Paginator.of(query.queryset(), argument.path("per_page").asInt())
			.orphans(argument.path("orphans").asInt(0));
		Paginator.Page<?> page = number.isIntegralNumber() ? paginator.page(number.asInt())
				: paginator.page(number.asString());
		ObjectNode answer = NODES.objectNode();
		answer.set("rows", rows(query, page.items()));
		answer.put("count", page.count()).put("num_pages", page.pages());
		answer.put("has_next", page.hasNext()).put("has_previous", page.hasPrevious());
		return answer.put("start_index", page.startIndex()).put("end_index", page.endIndex());
	}

}
