package dev.orm.migration.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import dev.orm.error.ModelDefinitionException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.index.ModelLibraries;
import dev.orm.model.TableOptions;
import dev.orm.schema.Schema;

/**
 * The schema that models ask for. What a model element becomes is said by one
 * {@link FactSource} each.
 */
public final class ModelSchema {

	private static final List<FactSource> SOURCES = List.of(new ColumnFacts(), new KeyFacts(), new DeclaredFacts(),
			new UniqueFacts(), new CheckFacts(), new ForeignKeyFacts(), new IndexFacts(), new HistoryFacts(),
			new DistributionFacts());

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
		return of(registry, TableOptions.DEFAULT_DATABASE);
	}

	/**
	 * Return the schema of the models whose code says that they live in a database.
	 * @param registry the models
	 * @param database its alias
	 * @return the schema, tables in the order of the registry
	 * @throws ModelDefinitionException if two models claim one object
	 */
	public static Schema of(ModelRegistry registry, String database) {
		ModelLibraries libraries = libraries(registry);
		Predicate<EntityModel> isForeign = (model) -> libraries.of(model.javaType()).isPresent();
		Predicate<EntityModel> isHere = (model) -> model.database().equals(database);
		return facts(registry, isHere.and(isForeign.negate()), isForeign,
				isHere.and(isForeign.or((model) -> !model.managed())));
	}

	/**
	 * Return the schema of the models of a library, which has migrations of its own.
	 * @param registry the models
	 * @param library its name
	 * @return the schema; of all models that are no other library's where none has the
	 * name yet
	 * @throws ModelDefinitionException if two models claim one object
	 */
	public static Schema ofLibrary(ModelRegistry registry, String library) {
		ModelLibraries libraries = libraries(registry);
		String own = libraries.names().contains(library) ? library : "";
		Predicate<EntityModel> isOwn = (model) -> libraries.of(model.javaType()).orElse("").equals(own);
		return facts(registry, isOwn, isOwn.negate(), isOwn.and((model) -> !model.managed()));
	}

	/** What a join table is made of by itself has no class of its own. */
	private static ModelLibraries libraries(ModelRegistry registry) {
		return loader(registry).map(ModelLibraries::of).orElse(new ModelLibraries(Map.of()));
	}

	/**
	 * Return what loads models and the journals of their libraries.
	 * @param registry the models
	 * @return the loader of the first; empty without models
	 */
	public static Optional<ClassLoader> loader(ModelRegistry registry) {
		return registry.models()
			.stream()
			.filter((model) -> !model.autoCreated())
			.findFirst()
			.map((model) -> model.javaType().getClassLoader());
	}

	private static Schema facts(ModelRegistry registry, Predicate<EntityModel> wanted, Predicate<EntityModel> isForeign,
			Predicate<EntityModel> isEarlier) {
		List<EntityModel> models = registry.models()
			.stream()
			.filter((model) -> model.concrete() == model && model.managed() && wanted.test(model))
			.toList();
		registry.models().forEach(EntityModel::declarations);
		Facts facts = new Facts(models, isForeign, isEarlier);
		for (FactSource source : SOURCES) {
			models.forEach((model) -> source.add(model, facts));
		}
		return facts.schema();
	}

}
