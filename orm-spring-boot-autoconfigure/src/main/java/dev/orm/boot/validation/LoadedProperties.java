package dev.orm.boot.validation;

import java.lang.annotation.ElementType;
import java.util.List;

import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.model.ToOne;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;

/**
 * Keeps rules away from what is not loaded: a rule on an accessor would fetch it.
 *
 * @param others answers for what is no model
 */
record LoadedProperties(TraversableResolver others) implements TraversableResolver {

	@Override
	public boolean isReachable(Object object, Path.Node property, Class<?> root, Path path, ElementType element) {
		return (object instanceof Model instance) ? isLoaded(instance, property.getName(), element)
				: this.others.isReachable(object, property, root, path, element);
	}

	@Override
	public boolean isCascadable(Object object, Path.Node property, Class<?> root, Path path, ElementType element) {
		return (object instanceof Model instance) ? isLoaded(instance, property.getName(), element)
				: this.others.isCascadable(object, property, root, path, element);
	}

	private static boolean isLoaded(Model instance, String property, ElementType element) {
		if (instance.deferredFields().stream().anyMatch((name) -> (name + "__").startsWith(property + "__"))) {
			return false;
		}
		return element != ElementType.METHOD || isAtHand(instance, property);
	}

	/** Whether an accessor answers without a query. */
	@SuppressWarnings("unchecked")
	private static boolean isAtHand(Model instance, String property) {
		EntityBinding<Model> binding = (EntityBinding<Model>) (EntityBinding<?>) EntityBinding.of(instance.getClass());
		ModelDescription description = binding.describe();
		List<FieldDescription> fields = description.fields();
		for (int i = 0; i < fields.size(); i++) {
			if (fields.get(i).name().equals(property) && fields.get(i).relation() != null) {
				return binding.get(instance, i) instanceof ToOne<?> handle && handle.fetched() != null;
			}
		}
		return description.manyToMany().stream().noneMatch((relation) -> relation.name().equals(property));
	}

}
