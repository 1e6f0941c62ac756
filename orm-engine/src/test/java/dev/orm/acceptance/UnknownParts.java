package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Finds what a case says beyond the format, which a translator would pass over: keys and
 * operations that sections 3 to 12 do not have.
 */
final class UnknownParts {

	/** The keys an expression may have beside its own. */
	static final Map<String, Set<String>> OPTIONS = Map.ofEntries(Map.entry("$f", Set.of("slice")),
			Map.entry("$v", Set.of("type")), Map.entry("$op", Set.of("args", "type")),
			Map.entry("$agg",
					Set.of("arg", "args", "distinct", "filter", "default", "order_by", "sample", "delimiter", "type")),
			Map.entry("$func",
					Set.of("args", "type", "collation", "lookup", "tz", "kind", "fields", "offset", "default", "nth",
							"num_buckets", "precision", "config", "weight", "value", "search_type")),
			Map.entry("$case", Set.of("default", "type")), Map.entry("$subquery", Set.of("type")),
			Map.entry("$exists", Set.of()), Map.entry("$array_subquery", Set.of()), Map.entry("$outer", Set.of()),
			Map.entry("$window", Set.of("type")), Map.entry("$lookup", Set.of()), Map.entry("$q", Set.of()),
			Map.entry("$wrap", Set.of("type")), Map.entry("$kt", Set.of()), Map.entry("$json_null", Set.of()),
			Map.entry("$raw", Set.of("params", "type")), Map.entry("$filtered_relation", Set.of()));

	private static final Set<String> SUBQUERY = Set.of("model", "from", "raw", "ops");

	private static final Set<String> STEP = Set.of("model", "from", "raw", "ops", "terminal", "ordered");

	private static final Set<String> CASE = Set.of("id", "model", "from", "raw", "ops", "terminal", "steps", "ordered",
			"tz", "tags", "note");

	private static final Set<String> WORDS = Set.of("rows", "iterator", "count", "exists", "first", "last", "delete");

	private static final Set<String> ANSWER = Set.of("id", "result", "error", "message", "queries", "max_queries",
			"steps", "tables", "commit_error");

	private final List<String> found = new ArrayList<>();

	private final UnknownValues values = new UnknownValues(this);

	private UnknownParts() {
	}

	static List<String> in(AcceptanceCase acceptanceCase) {
		UnknownParts parts = new UnknownParts();
		if (acceptanceCase.isHalf()) {
			// which fails for that
			return parts.found;
		}
		parts.keys("case", acceptanceCase.body(), CASE);
		parts.source(acceptanceCase.body());
		parts.terminal(acceptanceCase.body().path("terminal"));
		acceptanceCase.body().path("steps").forEach(parts::step);
		parts.keys("answer", acceptanceCase.expected(), ANSWER);
		parts.answered(acceptanceCase.expected());
		return parts.found;
	}

	private void step(JsonNode step) {
		keys("step", step, STEP);
		source(step);
		terminal(step.path("terminal"));
	}

	private void answered(JsonNode answer) {
		answer.path("steps").forEach((step) -> keys("step's answer", step, Set.of("result", "error", "message")));
		answer.path("tables").forEach((table) -> keys("table", table, Set.of("inserted", "deleted", "updated")));
	}

	/** Name the keys of an object that are not among those known. */
	void keys(String what, JsonNode node, Set<String> known) {
		node.propertyNames().stream().filter((name) -> !known.contains(name)).forEach((name) -> add(what, name));
	}

	void add(String what, String name) {
		this.found.add("%s: %s".formatted(what, name));
	}

	void subquery(JsonNode node) {
		keys("subquery", node, SUBQUERY);
		source(node);
	}

	private void source(JsonNode node) {
		keys("from", node.path("from"), Set.of("instance", "rel"));
		keys("instance", node.path("from").path("instance"), Set.of("model", "pk"));
		keys("raw", node.path("raw"), Set.of("sql", "params"));
		this.values.each(node.path("raw").path("params"));
		for (JsonNode operation : node.path("ops")) {
			if (operation.size() != 1) {
				add("operation of several keys", operation.toString());
			}
			operation.propertyStream().forEach((member) -> operation(member.getKey(), member.getValue()));
		}
	}

	private void operation(String name, JsonNode value) {
		switch (name) {
			case "filter", "exclude" -> this.values.condition(value);
			case "annotate", "alias" -> this.values.each(value);
			case "values" -> selected(value);
			case "values_list" -> valuesList(value);
			case "order_by" -> value.forEach(this.values::term);
			case "slice" -> bounds(value);
			case "union" -> combined(name, value, Set.of("with", "all"));
			case "intersection", "difference" -> combined(name, value, Set.of("with"));
			case "combine" -> combine(value);
			case "prefetch_related" -> value.forEach(this::prefetch);
			case "dates" -> keys(name, value, Set.of("field", "kind", "order"));
			case "datetimes" -> keys(name, value, Set.of("field", "kind", "order", "tz"));
			case "select_for_update" -> keys(name, value, Set.of("nowait", "skip_locked", "no_key", "of"));
			case "distinct", "reverse", "all", "none", "select_related", "only", "defer" -> {
			}
			default -> add("operation", name);
		}
	}

	private void selected(JsonNode fields) {
		for (JsonNode field : fields) {
			if (ExpressionTranslator.isExpression(field)) {
				this.values.value(field);
			}
			else if (field.isObject()) {
				this.values.each(field);
			}
		}
	}

	private void valuesList(JsonNode value) {
		if (value.isObject()) {
			keys("values_list", value, Set.of("fields", "flat"));
		}
		selected(value.isObject() ? value.path("fields") : value);
	}

	private void bounds(JsonNode bounds) {
		if (bounds.size() != 2) {
			add("slice", bounds.toString());
		}
	}

	private void combined(String name, JsonNode value, Set<String> known) {
		keys(name, value, known);
		value.path("with").forEach(this::subquery);
	}

	private void combine(JsonNode value) {
		keys("combine", value, Set.of("op", "with"));
		subquery(value.path("with"));
	}

	private void prefetch(JsonNode item) {
		keys("prefetch_related", item, Set.of("lookup", "queryset", "to_attr"));
		subquery(item.path("queryset"));
	}

	private void terminal(JsonNode terminal) {
		if (terminal.isString() && !WORDS.contains(terminal.asString())) {
			add("terminal", terminal.asString());
		}
		if (terminal.isObject() && terminal.size() != 1) {
			add("terminal of several keys", terminal.toString());
		}
		terminal.propertyStream().forEach((member) -> terminal(member.getKey(), member.getValue()));
	}

	private void terminal(String name, JsonNode argument) {
		switch (name) {
			case "aggregate", "update", "create" -> this.values.each(argument);
			case "get" -> this.values.condition(argument);
			case "contains" -> keys(name, argument, Set.of("model", "pk"));
			case "in_bulk" -> keys(name, argument, Set.of("ids", "field_name"));
			case "page" -> keys(name, argument, Set.of("per_page", "number", "orphans"));
			case "graph" -> graph(argument);
			case "latest", "earliest", "item", "delete_instance" -> {
			}
			default -> writes(name, argument);
		}
	}

	private void graph(JsonNode spec) {
		keys("graph", spec, Set.of("fields", "rels", "deferred", "ordered"));
		spec.path("rels").forEach(this::graph);
	}

	private void writes(String name, JsonNode argument) {
		switch (name) {
			case "save" ->
				keys(name, argument, Set.of("new", "pk", "set", "update_fields", "force_insert", "force_update"));
			case "get_or_create" -> keys(name, argument, Set.of("lookup", "defaults"));
			case "update_or_create" -> keys(name, argument, Set.of("lookup", "defaults", "create_defaults"));
			case "bulk_create" -> keys(name, argument, Set.of("rows", "batch_size", "ignore_conflicts",
					"update_conflicts", "update_fields", "unique_fields"));
			case "bulk_update" -> bulkUpdate(argument);
			case "rel" -> related(argument);
			default -> add("terminal", name);
		}
		for (String part : List.of("set", "lookup", "defaults", "create_defaults", "values", "args",
				"through_defaults")) {
			this.values.each(argument.path(part));
		}
	}

	private void bulkUpdate(JsonNode argument) {
		keys("bulk_update", argument, Set.of("rows", "fields", "batch_size"));
		argument.path("rows").forEach((row) -> {
			keys("row", row, Set.of("pk", "set"));
			this.values.each(row.path("set"));
		});
	}

	private void related(JsonNode argument) {
		keys("rel", argument, Set.of("pk", "name", "op", "args", "values", "defaults", "through_defaults", "kwargs"));
		keys("kwargs", argument.path("kwargs"), Set.of("bulk", "clear"));
	}

}
