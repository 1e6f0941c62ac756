package dev.orm.migration.inspect.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.model.ModelSchema;

/**
 * Knows the models and attributes behind tables and columns. Immutable.
 *
 * @param models the models, by the names of their tables
 */
record FactPlaces(Map<String, EntityModel> models) {

	static FactPlaces of(ModelRegistry registry, String database) {
		Map<String, EntityModel> models = new LinkedHashMap<>();
		registry.models()
			.stream()
			.filter((model) -> model.concrete() == model && model.managed() && model.database().equals(database))
			.forEach((model) -> models.put(ModelSchema.table(model), model));
		return new FactPlaces(models);
	}

	/** The model, as places of problems name it. */
	String model(String table) {
		EntityModel model = this.models.get(table);
		return (model != null) ? model.name() : table;
	}

	/** The attribute, as places of problems name it. */
	String attribute(String table, String column) {
		return field(table, column).map(FieldModel::toString).orElse(model(table) + "." + column);
	}

	Optional<FieldModel> field(String table, String column) {
		return Optional.ofNullable(this.models.get(table))
			.flatMap((model) -> model.localFields()
				.stream()
				.filter((field) -> field.column().equals(column))
				.findFirst());
	}

}
