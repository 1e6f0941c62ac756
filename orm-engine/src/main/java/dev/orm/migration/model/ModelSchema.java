package dev.orm.migration.model;

import java.util.List;

import dev.orm.error.ModelDefinitionException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.schema.Schema;

/**
 * The schema that models ask for. What a model element becomes is said by one
 * {@link FactSource} each.
 */
public final class ModelSchema {

	private static final List<FactSource> SOURCES = List.of(new ColumnFacts(), new KeyFacts(), new DeclaredFacts(),
			new UniqueFacts(), new CheckFacts(), new ForeignKeyFacts(), new IndexFacts());

	private static final String DEFAULT = "default";

	private ModelSchema() {
	}

	/**
	 * Return the table of a model.
	 * @param model the model
	 * @return the table, as facts name it
	 */
	public static String table(EntityModel model) {
		return Facts.table(model);
	}

	/**
	 * Return the schema of the models that live in the default database.
	 * @param registry the models
	 * @return the schema, tables in the order of the registry
	 * @throws ModelDefinitionException if two models claim one object
	 */
	public static Schema of(ModelRegistry registry) {
		return of(registry, DEFAULT);
	}

	/**
	 * Return the schema of the models whose code says that they live in a database.
	 * @param registry the models
	 * @param database its alias
	 * @return the schema, tables in the order of the registry
	 * @throws ModelDefinitionException if two models claim one object
	 */
	public static Schema of(ModelRegistry registry, String database) {
		List<EntityModel> models = registry.models()
			.stream()
			.filter((model) -> model.concrete() == model && model.managed() && model.database().equals(database))
			.toList();
		registry.models().forEach(EntityModel::declarations);
		Facts facts = new Facts(models);
		for (FactSource source : SOURCES) {
			models.forEach((model) -> source.add(model, facts));
		}
		return facts.schema();
	}

}
