package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.orm.QuerySet;
import dev.orm.expression.Assignment;
import dev.orm.model.Model;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.persist.BulkUpdateOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Creates and updates many instances as {@code bulk_create} and {@code bulk_update} say.
 */
final class BulkTerminals {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final QueryTranslator queries;

	BulkTerminals(QueryTranslator queries) {
		this.queries = queries;
	}

	/** {@code bulkCreate} of a manager or of a queryset. */
	interface Creating {

		Collection<Model> create(List<Model> instances, UnaryOperator<BulkCreateOptions> how);

	}

	/** {@code bulkUpdate} of a manager or of a queryset. */
	interface Updating {

		int update(List<Model> instances, List<String> fields, UnaryOperator<BulkUpdateOptions> how);

	}

	JsonNode create(Creating creating, CaseModel model, JsonNode argument) {
		List<Model> instances = new ArrayList<>();
		List<BulkCreateOptions.Computed> computed = new ArrayList<>();
		for (JsonNode row : argument.path("rows")) {
			Model instance = this.queries.newInstance(model);
			List<Assignment<?>> expressions = writer(model).write(instance, row);
			if (!expressions.isEmpty()) {
				computed.add(new BulkCreateOptions.Computed(instance, expressions));
			}
			instances.add(instance);
		}
		creating.create(instances, (options) -> options(options, computed, argument, scope(model)));
		ArrayNode keys = NODES.arrayNode();
		instances.forEach((instance) -> keys.add(WriteTerminals.key(instance)));
		return keys;
	}

	private BulkCreateOptions options(BulkCreateOptions options, List<BulkCreateOptions.Computed> computed,
			JsonNode argument, NameScope scope) {
		BulkCreateOptions chosen = options;
		for (BulkCreateOptions.Computed row : computed) {
			chosen = chosen.computing(row.instance(), row.assignments());
		}
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

	JsonNode update(Updating updating, QuerySet<Model> rows, CaseModel model, JsonNode argument) {
		Map<JsonNode, Model> known = new LinkedHashMap<>();
		List<Model> instances = new ArrayList<>();
		IdentityHashMap<Model, List<Assignment<?>>> computed = new IdentityHashMap<>();
		for (JsonNode row : argument.path("rows")) {
			Model instance = known.computeIfAbsent(row.path("pk"), (key) -> rows.get("pk", Literals.value(key)));
			List<Assignment<?>> expressions = writer(model).write(instance, row.path("set"));
			if (!expressions.isEmpty()) {
				computed.computeIfAbsent(instance, (any) -> new ArrayList<>()).addAll(expressions);
			}
			instances.add(instance);
		}
		List<String> fields = this.queries.paths(argument.path("fields"), scope(model));
		return NODES.numberNode(updating.update(instances, fields, (options) -> {
			BulkUpdateOptions chosen = computed.isEmpty() ? options : options.computing(computed);
			return argument.path("batch_size").isNumber() ? chosen.batchSize(argument.path("batch_size").asInt())
					: chosen;
		}));
	}

	private AttributeWriter writer(CaseModel model) {
		return new AttributeWriter(this.queries.orm(), this.queries, model);
	}

	private NameScope scope(CaseModel model) {
		return new NameScope(this.queries.catalog(), model, null);
	}

}
