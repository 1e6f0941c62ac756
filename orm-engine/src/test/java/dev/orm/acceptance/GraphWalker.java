package dev.orm.acceptance;

import java.util.Collection;

import dev.orm.Related;
import dev.orm.RelatedManager;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads attributes and relations of loaded objects, as a graph spec asks, through
 * accessors and related managers.
 */
final class GraphWalker {

	private final ModelCatalog catalog;

	GraphWalker(ModelCatalog catalog) {
		this.catalog = catalog;
	}

	ArrayNode nodes(Collection<?> instances, JsonNode spec) {
		ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
		instances.forEach((instance) -> nodes.add(node((Model) instance, spec)));
		return nodes;
	}

	private ObjectNode node(Model instance, JsonNode spec) {
		CaseModel model = this.catalog.ofJavaType(ResultWriter.javaType(instance));
		ObjectNode node = JsonNodeFactory.instance.objectNode();
		spec.path("fields")
			.forEach((name) -> node.set(name.asString(), value(attribute(instance, model, name.asString()))));
		if (spec.path("deferred").asBoolean(false)) {
			node.set("$deferred", deferred(instance, model));
		}
		spec.path("rels")
			.propertyStream()
			.forEach((relation) -> node.set(relation.getKey(),
					relation(instance, model, relation.getKey(), relation.getValue())));
		return node;
	}

	private JsonNode value(@Nullable Object attribute) {
		if (!(attribute instanceof Model related)) {
			return ResultWriter.value(attribute);
		}
		ObjectNode instance = JsonNodeFactory.instance.objectNode();
		instance.put("model", this.catalog.ofJavaType(ResultWriter.javaType(related)).name());
		instance.set("pk", ResultWriter.value(related.pk()));
		return JsonNodeFactory.instance.objectNode().set("$instance", instance);
	}

	private static ArrayNode deferred(Model instance, CaseModel model) {
		ArrayNode names = JsonNodeFactory.instance.arrayNode();
		instance.deferredFields().stream().map((name) -> NameScope.attname(model, name)).sorted().forEach(names::add);
		return names;
	}

	private static @Nullable Object attribute(Model instance, CaseModel model, String name) {
		JsonNode field = model.field(name);
		if (name.equals("pk") || (field != null && model.isParentLink(field))) {
			return instance.pk();
		}
		if (field == null) {
			return instance.get(name);
		}
		boolean raw = !name.equals(field.path("name").asString());
		Object value = Accessors.get(instance, model.javaName(field.path("name").asString()));
		if (value instanceof ToOne<?> handle) {
			return raw ? handle.id() : handle.orNull();
		}
		return value;
	}

	private JsonNode relation(Model instance, CaseModel model, String name, JsonNode spec) {
		Object related = related(instance, model, name);
		if (related instanceof RelatedManager<?> manager) {
			return nodes(manager.all().list(), spec);
		}
		if (related instanceof Collection<?> rows) {
			return nodes(rows, spec);
		}
		return (related != null) ? node((Model) related, spec) : JsonNodeFactory.instance.nullNode();
	}

	private static @Nullable Object related(Model instance, CaseModel model, String name) {
		JsonNode field = model.field(name);
		if (field != null && !model.isParentLink(field)) {
			Object handle = Accessors.get(instance, model.javaName(name));
			return (handle instanceof ToOne<?> toOne) ? toOne.orNull() : null;
		}
		InstanceState state = InstanceState.ifPresent(instance);
		if (model.accessor(name) == null && state != null && state.annotations().containsKey(name)) {
			return instance.get(name);
		}
		return Related.get(instance, model.javaName(name));
	}

}
