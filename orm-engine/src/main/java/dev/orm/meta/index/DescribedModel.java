package dev.orm.meta.index;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;

/**
 * A model that is to be linked.
 *
 * @param description what its source code says
 * @param binding finds its binding, which is loaded when instances are read or written
 * @param untold what only its code tells
 */
public record DescribedModel(ModelDescription description, Supplier<EntityBinding<Model>> binding, Set<Untold> untold) {

	/**
	 * Return a model whose binding is found by its class.
	 * @param description what its source code says
	 * @param untold what only its code tells
	 * @return the model
	 */
	static DescribedModel of(ModelDescription description, Set<Untold> untold) {
		return new DescribedModel(description, () -> EntityBinding.of(description.type()), untold);
	}

	/**
	 * Return a model as its binding describes it.
	 * @param binding the binding
	 * @return the model
	 */
	@SuppressWarnings("unchecked")
	public static DescribedModel of(EntityBinding<?> binding) {
		return new DescribedModel(binding.describe(), () -> (EntityBinding<Model>) binding,
				EnumSet.allOf(Untold.class));
	}

}
