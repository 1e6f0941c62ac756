package dev.orm.meta;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.orm.error.ModelDefinitionException;
import dev.orm.model.DeferredInstance;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.type.TypeRegistry;

/**
 * All models of an application, linked to each other. Immutable and thread-safe. Django's
 * {@code apps}.
 */
public final class ModelRegistry {

	private final Map<String, EntityModel> byName;

	private final Map<Class<?>, EntityModel> byType;

	ModelRegistry(Collection<EntityModel> models) {
		Map<String, EntityModel> names = new LinkedHashMap<>();
		models.forEach((model) -> names.put(model.name(), model));
		this.byName = Collections.unmodifiableMap(names);
		this.byType = models.stream()
			.filter((model) -> !model.autoCreated())
			.collect(Collectors.toUnmodifiableMap(EntityModel::javaType, Function.identity()));
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
		return new ModelRegistry(new ModelLinker(bindings).link(types));
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
			throw new ModelDefinitionException(
					"%s is not a model of this application. Known here: %s%s".formatted(type.getName(), names(),
							"\n  hint: models are found by the index the annotation processor writes"));
		}
		return model;
	}

	/**
	 * Find a model by its name.
	 * @param name the simple class name, or that of a generated join model such as
	 * {@code Tag_products}
	 * @return the model
	 */
	public Optional<EntityModel> model(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

	/**
	 * Return all models, generated join models included.
	 * @return the models, join models after the others
	 */
	public Collection<EntityModel> models() {
		return this.byName.values();
	}

	private List<String> names() {
		return this.byName.keySet().stream().sorted().toList();
	}

}
