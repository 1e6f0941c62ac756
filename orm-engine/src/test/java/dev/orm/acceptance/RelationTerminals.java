package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.RelatedManager;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Calls related managers as the terminal {@code rel} says. */
final class RelationTerminals {

	private final QueryTranslator queries;

	RelationTerminals(QueryTranslator queries) {
		this.queries = queries;
	}

	JsonNode evaluate(Model owner, CaseModel model, JsonNode argument) {
		String name = argument.path("name").asString();
		CaseModel.Accessor accessor = Objects.requireNonNull(model.accessor(name), name);
		RelatedManager<Model> manager = RelatedManager.of(owner, model.javaName(name));
		NameScope scope = new NameScope(this.queries.catalog(), this.queries.catalog().get(accessor.target()), null);
		return call(manager, argument, scope, values(argument, "through_defaults", throughScope(model, name)));
	}

	private JsonNode call(RelatedManager<Model> manager, JsonNode argument, NameScope scope,
			Map<String, @Nullable Object> throughDefaults) {
		List<Object> targets = new ArrayList<>();
		argument.path("args").forEach((target) -> targets.add(this.queries.values().value(target, scope)));
		boolean bulk = argument.path("kwargs").path("bulk").asBoolean(true);
		boolean clear = argument.path("kwargs").path("clear").asBoolean(false);
		switch (argument.path("op").asString()) {
			case "add" -> manager.add(targets, bulk, throughDefaults);
			case "set" -> manager.set(targets, bulk, clear, throughDefaults);
			case "remove" -> manager.remove(targets, bulk);
			case "clear" -> manager.clear(bulk);
			default -> {
				return creating(throughDefaults.isEmpty() ? manager : manager.throughDefaults(throughDefaults),
						argument, scope);
			}
		}
		return JsonNodeFactory.instance.nullNode();
	}

	private JsonNode creating(RelatedManager<Model> manager, JsonNode argument, NameScope scope) {
		Map<String, @Nullable Object> values = values(argument, "values", scope);
		Map<String, @Nullable Object> defaults = values(argument, "defaults", scope);
		String operation = argument.path("op").asString();
		return switch (operation) {
			case "create" -> WriteTerminals.key(manager.create(values));
			case "get_or_create" -> WriteTerminals.got(manager.getOrCreate(values, defaults));
			case "update_or_create" -> WriteTerminals.got(manager.updateOrCreate(values, defaults));
			default -> throw new UnsupportedCaseException("relation operation " + operation);
		};
	}

	private Map<String, @Nullable Object> values(JsonNode argument, String part, NameScope scope) {
		return new WriteTerminals(this.queries).values(argument.path(part), scope);
	}

	private NameScope throughScope(CaseModel model, String name) {
		for (CaseModel candidate : this.queries.catalog().all()) {
			for (JsonNode relation : candidate.description().path("relations")) {
				boolean forward = candidate == model && relation.path("name").asString().equals(name);
				boolean backward = relation.path("target").asString().equals(model.name())
						&& relation.path("related_name").asString("").equals(name);
				if ((forward || backward) && relation.has("through")) {
					return new NameScope(this.queries.catalog(),
							this.queries.catalog().get(relation.path("through").asString()), null);
				}
			}
		}
		return new NameScope(this.queries.catalog(), model, null);
	}

}
