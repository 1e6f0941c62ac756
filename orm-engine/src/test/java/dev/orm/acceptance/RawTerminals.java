package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;

import dev.orm.RawQuerySet;
import dev.orm.error.RowIndexException;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the objects a SQL statement answers. */
final class RawTerminals {

	private final QueryTranslator queries;

	RawTerminals(QueryTranslator queries) {
		this.queries = queries;
	}

	JsonNode evaluate(JsonNode body) {
		String terminal = Terminals.name(body.path("terminal"));
		NameScope scope = new NameScope(this.queries.catalog(), this.queries.model(body), null);
		RawQuerySet<Model> query = query(body, scope);
		return switch (terminal) {
			case "rows", "iterator" -> rows(query.list(), scope);
			case "graph" ->
				new GraphWalker(this.queries.catalog()).nodes(query.list(), body.path("terminal").path("graph"));
			case "item" -> item(query, body.path("terminal").path("item").asInt(), scope);
			default -> throw missing(terminal);
		};
	}

	private RawQuerySet<Model> query(JsonNode body, NameScope scope) {
		List<@Nullable Object> values = new ArrayList<>();
		body.path("raw").path("params").forEach((value) -> values.add(this.queries.values().value(value, scope)));
		RawQuerySet<Model> query = this.queries.manager(body.path("model").asString())
			.raw(body.path("raw").path("sql").asString(), values.toArray());
		for (JsonNode operation : body.path("ops")) {
			if (!operation.has("prefetch_related")) {
				throw missing(operation.propertyNames().iterator().next());
			}
			query = query.prefetchRelated(
					new OperationTranslator(this.queries).prefetches(operation.path("prefetch_related"), scope));
		}
		return query;
	}

	private static RuntimeException missing(String call) {
		return UncompilableCallException.ofMethod("AttributeError", RawQuerySet.class, JavaNames.camelCase(call));
	}

	/** Rows of a statement have no places but in the list. */
	private static JsonNode item(RawQuerySet<Model> query, int index, NameScope scope) {
		List<Model> instances = query.list();
		if (index >= instances.size()) {
			throw new RowIndexException("There is no row with the index " + index, index);
		}
		return InstanceWriter.row(instances.get(index), scope);
	}

	private static ArrayNode rows(List<Model> instances, NameScope scope) {
		ArrayNode rows = JsonNodeFactory.instance.arrayNode();
		instances.forEach((instance) -> rows.add(InstanceWriter.row(instance, scope)));
		return rows;
	}

}
