package dev.orm.boot.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.orm.Orm;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes the columns of an instance. Thread-safe. */
final class ModelSerializer extends ValueSerializer<Model> {

	private final Supplier<Orm> orm;

	private final Map<EntityModel, ModelProperties> properties = new ConcurrentHashMap<>();

	ModelSerializer(Supplier<Orm> orm) {
		this.orm = orm;
	}

	@Override
	public void serialize(Model instance, JsonGenerator out, SerializationContext context) {
		EntityModel model = this.orm.get().models().model(instance.getClass());
		Map<String, @Nullable Object> tree = new LinkedHashMap<>();
		List<String> deferred = instance.deferredFields();
		for (FieldModel field : this.properties.computeIfAbsent(model, ModelProperties::of).fields()) {
			if (deferred.contains(field.name())) {
				context.reportMappingProblem(
						"%s is not loaded, and JSON fetches nothing. hint: load it, or write a record of what is needed",
						field);
			}
			put(tree, field, ToOne.keyOf(model.binding().get(instance, field.index())), context);
		}
		context.writeValue(out, tree);
	}

	/** Columns of an embedded record are an object, which is null if all of them are. */
	@SuppressWarnings("unchecked")
	private static void put(Map<String, @Nullable Object> tree, FieldModel field, @Nullable Object value,
			SerializationContext context) {
		List<String> path = ModelProperties.path(field);
		String name = ModelProperties.name(context.getConfig(), path.get(0));
		if (path.size() == 1) {
			tree.put(name, value);
			return;
		}
		tree.putIfAbsent(name, null);
		if (value != null) {
			Object record = Objects.requireNonNullElseGet(tree.get(name), LinkedHashMap::new);
			((Map<String, Object>) record).put(ModelProperties.name(context.getConfig(), path.get(1)), value);
			tree.put(name, record);
		}
	}

}
