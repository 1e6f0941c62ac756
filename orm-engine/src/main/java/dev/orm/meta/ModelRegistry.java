package dev.orm.meta;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.index.DescribedModel;
import dev.orm.meta.index.IndexFiles;
import dev.orm.model.DeferredInstance;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.type.TypeRegistry;

/**
 * All models of an application, linked to each other. Immutable and thread-safe. Django's
 * {@code apps}.
 */
public final class ModelRegistry {

	private final List<EntityModel> models;

	private final Map<String, Set<EntityModel>> byName;

	private final Map<Class<?>, EntityModel> byType;

	private final Map<String, EntityModel> byTable = new HashMap<>();

	ModelRegistry(Collection<EntityModel> models) {
		this.models = List.copyOf(models);
		this.byName = ModelNames.index(models);
		Map<Class<?>, EntityModel> types = new HashMap<>();
		for (EntityModel model : models) {
			if (!model.autoCreated()) {
				types.put(model.javaType(), model);
				this.byTable.put(model.table().toString(), model.concrete());
			}
		}
		this.byType = Map.copyOf(types);
	}

	/**
	 * Link models.
	 * @param models the model classes; all that relations lead to must be among them
	 * @param types knows the types of fields that are no relations
	 * @return a registry
	 * @throws ModelDefinitionException if names clash or a relation leads nowhere
	 */
	public static ModelRegistry link(Collection<Class<? extends Model>> models, TypeRegistry types) {
		return bound(models.stream().distinct().map(ModelRegistry::binding).toList(), types);
	}

	private static EntityBinding<?> binding(Class<? extends Model> model) {
		return EntityBinding.of(model);
	}

	/**
	 * Link models by their bindings, for models whose metamodel was not made by the
	 * annotation processor.
	 * @param bindings one for each model; all that relations lead to must be among them
	 * @param types knows the types of fields that are no relations
	 * @return a registry
	 * @throws ModelDefinitionException if names clash or a relation leads nowhere
	 */
	public static ModelRegistry bound(Collection<? extends EntityBinding<?>> bindings, TypeRegistry types) {
		return linked(bindings.stream().map(DescribedModel::of).toList(), types);
	}

	/**
	 * Link all models the application sees, by their index.
	 * @param types knows the types of fields that are no relations
	 * @return a registry
	 * @throws ModelDefinitionException if names clash, a relation leads nowhere, or the
	 * index lists a class that is not there
	 */
	public static ModelRegistry indexed(TypeRegistry types) {
		ClassLoader context = Thread.currentThread().getContextClassLoader();
		return indexed((context != null) ? context : ModelRegistry.class.getClassLoader(), types);
	}

	/**
	 * Link all models a class loader sees, by their index. What was generated for a model
	 * is loaded when its instances are first read or written.
	 * @param classLoader the class loader
	 * @param types knows the types of fields that are no relations
	 * @return a registry
	 * @throws ModelDefinitionException if names clash, a relation leads nowhere, or the
	 * index lists a class that is not there
	 */
	public static ModelRegistry indexed(ClassLoader classLoader, TypeRegistry types) {
		return indexed(IndexFiles.read(classLoader), types);
	}

	/**
	 * Link all models of indexes, as {@link #indexed(ClassLoader, TypeRegistry)} does.
	 * @param indexes the indexes
	 * @param types knows the types of fields that are no relations
	 * @return a registry
	 * @throws ModelDefinitionException if names clash, a relation leads nowhere, or an
	 * index lists a class that is not there
	 */
	public static ModelRegistry indexed(IndexFiles indexes, TypeRegistry types) {
		return linked(ModelIndex.describe(indexes), types);
	}

	private static ModelRegistry linked(Collection<DescribedModel> models, TypeRegistry types) {
		return new ModelRegistry(new ModelLinker(models).link(types));
	}

	/**
	 * Return the model of a class.
	 * @param type the class, or its generated subclass
	 * @return the model
	 * @throws ModelDefinitionException if it is not one of the models
	 */
	public EntityModel model(Class<?> type) {
		Class<?> declared = DeferredInstance.class.isAssignableFrom(type) ? type.getSuperclass() : type;
		EntityModel model = this.byType.get(declared);
		if (model == null) {
			throw new ModelDefinitionException("%s is not a model of this application.".formatted(type.getName()),
					UnknownName.of("", type.getSimpleName(), names()),
					"\n  hint: models are found by the index the annotation processor writes");
		}
		return model;
	}

	/**
	 * Find a model by its name.
	 * @param name the simple class name, after the name of its group and a dot where
	 * several models have it ({@code billing.Address}), or that of a generated join model
	 * such as {@code Tag_products}
	 * @return the model; empty if none goes by that name
	 * @throws ModelDefinitionException if several do
	 */
	public Optional<EntityModel> model(String name) {
		Set<EntityModel> named = this.byName.getOrDefault(name, Set.of());
		if (named.size() > 1) {
			throw new ModelDefinitionException("%d models are named %s.".formatted(named.size(), name),
					UnknownName.of(name, name, named.stream().map(EntityModel::name).sorted().toList()));
		}
		return named.stream().findFirst();
	}

	/**
	 * Find the model that has a table, as a generic key names it.
	 * @param table the name of the table
	 * @return the model; empty if none has it
	 */
	public Optional<EntityModel> ofTable(String table) {
		return Optional.ofNullable(this.byTable.get(table));
	}

	/**
	 * Return all models, generated join models included.
	 * @return the models, join models after the others
	 */
	public Collection<EntityModel> models() {
		return this.models;
	}

	private List<String> names() {
		return this.models.stream().map(EntityModel::name).sorted().toList();
	}

}
