package dev.orm.boot.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.validate.ValidationErrors;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a new instance: the columns that people may edit, and no keys, versions or
 * automatic values. Thread-safe.
 */
final class ModelDeserializer extends ValueDeserializer<Model> {

	private final Supplier<Orm> orm;

	private final Class<? extends Model> type;

	ModelDeserializer(Supplier<Orm> orm, Class<? extends Model> type) {
		this.orm = orm;
		this.type = type;
	}

	@Override
	public Model deserialize(JsonParser in, DeserializationContext context) {
		EntityModel model = this.orm.get().models().model(this.type);
		@SuppressWarnings("unchecked")
		Map<String, @Nullable Object> document = context.readValue(in, Map.class);
		Map<String, @Nullable Object> known = new LinkedHashMap<>();
		List<String> editable = new ArrayList<>();
		for (FieldModel field : ModelProperties.of(model).fields()) {
			take(document, known, field, context);
			if (field.editable()) {
				editable.add(field.name());
			}
		}
		refuseUnknown(in, context, document, model);
		return bound(this.orm.get().manager(this.type), model, editable, known, context);
	}

	private static void take(Map<String, @Nullable Object> document, Map<String, @Nullable Object> known,
			FieldModel field, DeserializationContext context) {
		List<String> path = ModelProperties.path(field)
			.stream()
			.map((name) -> ModelProperties.name(context.getConfig(), name))
			.toList();
		Map<?, ?> record = document;
		for (String name : path.subList(0, path.size() - 1)) {
			record = (record != null && record.get(name) instanceof Map<?, ?> inner) ? inner : null;
		}
		String last = path.get(path.size() - 1);
		if (record != null && (path.size() > 1 || record.containsKey(last))) {
			known.put(field.name(), record.get(last));
		}
	}

	private void refuseUnknown(JsonParser in, DeserializationContext context, Map<String, @Nullable Object> document,
			EntityModel model) {
		List<String> names = model.fields()
			.stream()
			.map((field) -> ModelProperties.name(context.getConfig(), ModelProperties.path(field).get(0)))
			.toList();
		document.keySet()
			.stream()
			.filter((name) -> !names.contains(name))
			.forEach((name) -> context.handleUnknownProperty(in, this, this.type, name));
	}

	private <M extends Model> M bound(Manager<M> manager, EntityModel model, List<String> editable,
			Map<String, @Nullable Object> known, DeserializationContext context) {
		@SuppressWarnings("unchecked")
		M instance = (M) model.binding().newInstance();
		if (!editable.isEmpty()) {
			ValidationErrors errors = manager.binder(editable.toArray(String[]::new)).bindJson(instance, known);
			if (!errors.isEmpty()) {
				context.reportInputMismatch(this, "%s cannot be read: %s", model, errors.byField());
			}
		}
		return instance;
	}

}
