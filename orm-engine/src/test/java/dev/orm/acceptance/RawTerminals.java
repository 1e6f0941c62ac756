package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;

import dev.orm.RawQuerySet;
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
			default -> throw new UnsupportedCaseException(terminal + " of a raw query");
		};
	}

	private RawQuerySet<Model> query(JsonNode body, NameScope scope) {
		List<@Nullable Object> values = new ArrayList<>();
		body.path("raw").path("params").forEach((value) -> values.add(this.queries.values().value(value, scope)));
		RawQuerySet<Model> query = this.queries.manager(body.path("model").asString())
			.raw(body.path("raw").path("sql").asString(), values.toArray());
		for (JsonNode operation : body.path("ops")) {
			if (!operation.has("prefetch_related")) {
				throw new UnsupportedCaseException("operations on a raw query");
			}
			query = query.prefetchRelated(
					new OperationTranslator(this.queries).prefetches(operation.path("prefetch_related"), scope));
		}
		return query;
	}

	private static ArrayNode rows(List<Model> instances, NameScope scope) {
		ArrayNode rows = JsonNodeFactory.instance.arrayNode();
		instances.forEach((instance) -> rows.add(InstanceWriter.row(instance, scope)));
		return rows;
	}

}
