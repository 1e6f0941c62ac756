package dev.orm.meta.index;

import java.util.function.Supplier;

import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;

/**
 * A model that is to be linked.
 *
 * @param description what its source code says
 * @param binding finds its binding, which is loaded when instances are read or written
 */
public record DescribedModel(ModelDescription description, Supplier<EntityBinding<Model>> binding) {

	/**
	 * Return a model whose binding is found by its class.
	 * @param description what its source code says
	 * @return the model
	 */
	public static DescribedModel of(ModelDescription description) {
		return new DescribedModel(description, () -> EntityBinding.of(description.type()));
	}

	/**
	 * Return a model as its binding describes it.
	 * @param binding the binding
	 * @return the model
	 */
	@SuppressWarnings("unchecked")
	public static DescribedModel of(EntityBinding<?> binding) {
		return new DescribedModel(binding.describe(), () -> (EntityBinding<Model>) binding);
	}

}
