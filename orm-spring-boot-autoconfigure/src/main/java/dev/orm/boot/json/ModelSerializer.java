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
		tree.replaceAll((name, value) -> EmbeddedColumns.written(value));
		context.writeValue(out, tree);
	}

	/** Columns of an embedded record are an object, which is null if all of them are. */
	private static void put(Map<String, @Nullable Object> tree, FieldModel field, @Nullable Object value,
			SerializationContext context) {
		Map<String, @Nullable Object> at = tree;
		List<String> path = ModelProperties.path(field);
		for (String attribute : path.subList(0, path.size() - 1)) {
			at = columns(at, name(context, attribute));
		}
		at.put(name(context, path.get(path.size() - 1)), value);
	}

	private static Map<String, @Nullable Object> columns(Map<String, @Nullable Object> around, String name) {
		return ((EmbeddedColumns) around.computeIfAbsent(name, (absent) -> new EmbeddedColumns())).values();
	}

	private static String name(SerializationContext context, String attribute) {
		return ModelProperties.name(context.getConfig(), attribute);
	}

	/**
	 * The columns of an embedded record.
	 *
	 * @param values the values by the names of their properties
	 */
	private record EmbeddedColumns(Map<String, @Nullable Object> values) {

		EmbeddedColumns() {
			this(new LinkedHashMap<>());
		}

		static @Nullable Object written(@Nullable Object value) {
			if (!(value instanceof EmbeddedColumns columns)) {
				return value;
			}
			columns.values.replaceAll((name, column) -> written(column));
			return columns.values.values().stream().allMatch(Objects::isNull) ? null : columns.values;
		}

	}

}
