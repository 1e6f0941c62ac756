package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.orm.AbstractManager;
import dev.orm.QuerySet;
import dev.orm.expression.Assignment;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.persist.BulkUpdateOptions;
import dev.orm.persist.Deleted;
import dev.orm.persist.Getting;
import dev.orm.persist.SaveOptions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes as the terminals of section 10 say, and the reads between. */
final class WriteTerminals {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final Set<String> ON_MANAGER = Set.of("create", "save", "delete_instance", "get_or_create",
			"update_or_create", "bulk_create", "bulk_update", "rel");

	private final QueryTranslator queries;

	WriteTerminals(QueryTranslator queries) {
		this.queries = queries;
	}

	JsonNode evaluate(JsonNode step) {
		String name = Terminals.name(step.path("terminal"));
		JsonNode argument = step.path("terminal").path(name);
		if (ON_MANAGER.contains(name)) {
			if (!step.path("ops").isEmpty()) {
				throw new UnsupportedCaseException(name + " on a queryset");
			}
			return onManager(step, name, argument);
		}
		if (!name.equals("update") && !name.equals("delete")) {
			return new Terminals(this.queries).evaluate(step);
		}
		CaseQuery query = this.queries.build(step, null);
		return name.equals("delete") ? deleted(query.instances("delete").delete())
				: NODES.numberNode(query.instances("update").update(values(argument, query.scope())));
	}

	private JsonNode onManager(JsonNode step, String name, JsonNode argument) {
		CaseModel model = this.queries.model(step);
		if (name.equals("rel")) {
			return new RelationTerminals(this.queries).evaluate(model, argument);
		}
		AbstractManager<Model, QuerySet<Model>> manager = this.queries.source(step);
		return switch (name) {
			case "create" -> key(manager.create(values(argument, scope(model))));
			case "save" -> save(manager, model, argument);
			case "delete_instance" -> deleted(manager.delete(manager.get("pk", Literals.value(argument))));
			case "get_or_create" -> got(manager.getOrCreate(values(argument.path("lookup"), scope(model)),
					values(argument.path("defaults"), scope(model))));
			case "update_or_create" -> updateOrCreate(manager, model, argument);
			case "bulk_create" -> bulkCreate(manager, model, argument);
			default -> bulkUpdate(manager, model, argument);
		};
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

	private JsonNode save(AbstractManager<Model, QuerySet<Model>> manager, CaseModel model, JsonNode argument) {
		Model instance = argument.path("new").asBoolean(false) ? newInstance(model)
				: manager.get("pk", Literals.value(argument.path("pk")));
		List<Assignment<?>> computed = writer(model).write(instance, argument.path("set"));
		manager.save(instance, options(argument, computed, scope(model)));
		return key(instance);
	}

	private static Model newInstance(CaseModel model) {
		return EntityBinding.<Model>of(ShopModels.of(model.name())).newInstance();
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

	private JsonNode updateOrCreate(AbstractManager<Model, QuerySet<Model>> manager, CaseModel model,
			JsonNode argument) {
		Map<String, @Nullable Object> lookups = values(argument.path("lookup"), scope(model));
		Map<String, @Nullable Object> values = values(argument.path("defaults"), scope(model));
		return got(argument.has("create_defaults")
				? manager.updateOrCreate(lookups, values, values(argument.path("create_defaults"), scope(model)))
				: manager.updateOrCreate(lookups, values));
	}

	private JsonNode bulkCreate(AbstractManager<Model, QuerySet<Model>> manager, CaseModel model, JsonNode argument) {
		List<Model> instances = new ArrayList<>();
		for (JsonNode row : argument.path("rows")) {
			Model instance = newInstance(model);
			if (!writer(model).write(instance, row).isEmpty()) {
				throw new UnsupportedCaseException("an expression in bulkCreate");
			}
			instances.add(instance);
		}
		manager.bulkCreate(instances, (options) -> bulkOptions(options, argument, scope(model)));
		ArrayNode keys = NODES.arrayNode();
		instances.forEach((instance) -> keys.add(key(instance)));
		return keys;
	}

	private BulkCreateOptions bulkOptions(BulkCreateOptions options, JsonNode argument, NameScope scope) {
		BulkCreateOptions chosen = options;
		if (argument.path("batch_size").isNumber()) {
			chosen = chosen.batchSize(argument.path("batch_size").asInt());
		}
		if (argument.path("ignore_conflicts").asBoolean(false)) {
			chosen = chosen.ignoringConflicts();
		}
		if (argument.path("update_conflicts").asBoolean(false)) {
			chosen = chosen.updatingConflicts(this.queries.paths(argument.path("unique_fields"), scope),
					this.queries.paths(argument.path("update_fields"), scope));
		}
		return chosen;
	}

	private JsonNode bulkUpdate(AbstractManager<Model, QuerySet<Model>> manager, CaseModel model, JsonNode argument) {
		Map<JsonNode, Model> known = new LinkedHashMap<>();
		List<Model> instances = new ArrayList<>();
		IdentityHashMap<Model, List<Assignment<?>>> computed = new IdentityHashMap<>();
		for (JsonNode row : argument.path("rows")) {
			Model instance = known.computeIfAbsent(row.path("pk"), (key) -> manager.get("pk", Literals.value(key)));
			List<Assignment<?>> expressions = writer(model).write(instance, row.path("set"));
			if (!expressions.isEmpty()) {
				computed.computeIfAbsent(instance, (any) -> new ArrayList<>()).addAll(expressions);
			}
			instances.add(instance);
		}
		List<String> fields = this.queries.paths(argument.path("fields"), scope(model));
		return NODES.numberNode(manager.bulkUpdate(instances, fields, (options) -> {
			BulkUpdateOptions chosen = computed.isEmpty() ? options : options.computing(computed);
			return argument.path("batch_size").isNumber() ? chosen.batchSize(argument.path("batch_size").asInt())
					: chosen;
		}));
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

	private static JsonNode deleted(Deleted deleted) {
		ObjectNode perModel = NODES.objectNode();
		deleted.perModel().forEach(perModel::put);
		ObjectNode answer = NODES.objectNode();
		answer.put("total", deleted.total());
		answer.set("per_model", perModel);
		return answer;
	}

}
