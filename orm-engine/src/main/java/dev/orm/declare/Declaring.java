package dev.orm.declare;

import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;

/**
 * A generated binding whose model has methods that take a {@link Meta}, its own or those
 * of abstract parents. Thread-safe.
 *
 * @param <T> the model
 */
@FunctionalInterface
public interface Declaring<T extends Model> {

	/**
	 * Call the methods, outermost parents' first.
	 * @param meta takes what they say
	 */
	void declare(Meta<T> meta);

	/**
	 * Call the Meta methods of a model.
	 * @param name the model's name, for errors
	 * @param binding its binding
	 * @return what they say; {@link Declarations#NONE} if it has none
	 */
	static Declarations of(String name, EntityBinding<Model> binding) {
		return DeclaredGenericKeys.in(binding, DeclaredPosition.in(binding, said(name, binding)));
	}

	@SuppressWarnings("unchecked")
	private static Declarations said(String name, EntityBinding<Model> binding) {
		if (!(binding instanceof Declaring<?> declaring)) {
			return Declarations.NONE;
		}
		ModelDescription description = binding.describe();
		DeclarationsBuilder builder = new DeclarationsBuilder(name, description.table().name());
		((Declaring<Model>) declaring).declare(new Meta<>(builder));
		return builder.build();
	}

}
