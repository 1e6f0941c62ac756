package dev.orm.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.orm.AbstractManager;
import dev.orm.QuerySet;
import dev.orm.expression.Assignment;
import dev.orm.model.Model;
import dev.orm.persist.Deleted;
import dev.orm.persist.Getting;
import dev.orm.persist.SaveOptions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes as the terminals of section 10 say, and the reads between. */
final class WriteTerminals {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final Set<String> ON_INSTANCES = Set.of("create", "save", "delete_instance", "get_or_create",
			"update_or_create", "bulk_create", "bulk_update", "rel");

	private final QueryTranslator queries;

	WriteTerminals(QueryTranslator queries) {
		this.queries = queries;
	}

	JsonNode evaluate(JsonNode step) {
		String name = Terminals.name(step.path("terminal"));
		JsonNode argument = step.path("terminal").path(name);
		if (step.has("raw")) {
			return new RawTerminals(this.queries).evaluate(step);
		}
		if (ON_INSTANCES.contains(name)) {
			return onInstances(step, name, argument);
		}
		if (!name.equals("update") && !name.equals("delete")) {
			return new Terminals(this.queries).evaluate(step);
		}
		CaseQuery query = this.queries.build(step, null);
		return name.equals("delete") ? deleted(query.instances("delete").delete())
				: NODES.numberNode(query.queryset().update(values(argument, query.scope())));
	}

	/** Without operations the manager is called, which for a relation is not the same. */
	private JsonNode onInstances(JsonNode step, String name, JsonNode argument) {
		CaseModel model = this.queries.model(step);
		AbstractManager<Model, QuerySet<Model>> manager = this.queries.source(step);
		QuerySet<Model> rows = this.queries.build(step, manager, null).instances(JavaNames.camelCase(name));
		return switch (name) {
			case "rel" -> new RelationTerminals(this.queries)
				.evaluate(rows.get("pk", Literals.value(argument.path("pk"))), model, argument);
			case "save" -> save(manager, rows, model, argument);
			case "delete_instance" -> deleted(manager.delete(rows.get("pk", Literals.value(argument))));
			default -> step.path("ops").isEmpty() ? onManager(manager, model, name, argument)
					: onQuerySet(rows, model, name, argument);
		};
	}

	private JsonNode onManager(AbstractManager<Model, QuerySet<Model>> manager, CaseModel model, String name,
			JsonNode argument) {
		return switch (name) {
			case "create" -> key(manager.create(values(argument, scope(model))));
			case "get_or_create" ->
				got(manager.getOrCreate(part(argument, "lookup", model), part(argument, "defaults", model)));
			case "update_or_create" -> got(argument.has("create_defaults")
					? manager.updateOrCreate(part(argument, "lookup", model), part(argument, "defaults", model),
							part(argument, "create_defaults", model))
					: manager.updateOrCreate(part(argument, "lookup", model), part(argument, "defaults", model)));
			case "bulk_create" -> bulk().create(manager::bulkCreate, model, argument);
			default -> bulk().update(manager::bulkUpdate, manager.all(), model, argument);
		};
	}

	private JsonNode onQuerySet(QuerySet<Model> rows, CaseModel model, String name, JsonNode argument) {
		return switch (name) {
			case "create" -> key(rows.create(values(argument, scope(model))));
			case "get_or_create" ->
				got(rows.getOrCreate(part(argument, "lookup", model), part(argument, "defaults", model)));
			case "update_or_create" -> got(argument.has("create_defaults")
					? rows.updateOrCreate(part(argument, "lookup", model), part(argument, "defaults", model),
							part(argument, "create_defaults", model))
					: rows.updateOrCreate(part(argument, "lookup", model), part(argument, "defaults", model)));
			case "bulk_create" -> bulk().create(rows::bulkCreate, model, argument);
			default -> bulk().update(rows::bulkUpdate, rows, model, argument);
		};
	}

	private BulkTerminals bulk() {
		return new BulkTerminals(this.queries);
	}

	private Map<String, @Nullable Object> part(JsonNode argument, String name, CaseModel model) {
		return values(argument.path(name), scope(model));
	}

	private NameScope scope(CaseModel model) {
		return new NameScope(this.queries.catalog(), model, null);
	}

	/** Column values by attribute. */
	Map<String, @Nullable Object> values(JsonNode node, NameScope scope) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		node.propertyStream()
			.forEach((member) -> values.put(scope.path(member.getKey()),
					this.queries.values().value(member.getValue(), scope)));
		return values;
	}

	private JsonNode save(AbstractManager<Model, QuerySet<Model>> manager, QuerySet<Model> rows, CaseModel model,
			JsonNode argument) {
		Model instance = argument.path("new").asBoolean(false) ? this.queries.newInstance(model)
				: rows.get("pk", Literals.value(argument.path("pk")));
		List<Assignment<?>> computed = writer(model).write(instance, argument.path("set"));
		manager.save(instance, options(argument, computed, scope(model)));
		return key(instance);
	}

	private AttributeWriter writer(CaseModel model) {
		return new AttributeWriter(this.queries.orm(), this.queries, model);
	}

	private UnaryOperator<SaveOptions> options(JsonNode argument, List<Assignment<?>> computed, NameScope scope) {
		return (options) -> {
			SaveOptions chosen = computed.isEmpty() ? options : options.computing(computed);
			if (argument.has("update_fields")) {
				chosen = chosen.updateFields(this.queries.paths(argument.path("update_fields"), scope));
			}
			chosen = argument.path("force_insert").asBoolean(false) ? chosen.forcingInsert() : chosen;
			return argument.path("force_update").asBoolean(false) ? chosen.forcingUpdate() : chosen;
		};
	}

	static ObjectNode key(Model instance) {
		ObjectNode answer = NODES.objectNode();
		answer.set("pk", ResultWriter.value(instance.pk()));
		return answer;
	}

	static JsonNode got(Getting<? extends Model> getting) {
		ObjectNode answer = NODES.objectNode();
		answer.put("created", getting.created());
		answer.set("pk", ResultWriter.value(getting.instance().pk()));
		return answer;
	}

	private JsonNode deleted(Deleted deleted) {
		ObjectNode perModel = NODES.objectNode();
		deleted.perModel().forEach((type, rows) -> perModel.put(this.queries.catalog().ofJavaType(type).name(), rows));
		ObjectNode answer = NODES.objectNode();
		answer.put("total", deleted.total());
		answer.set("per_model", perModel);
		return answer;
	}

}
