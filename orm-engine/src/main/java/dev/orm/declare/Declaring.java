package dev.orm.declare;

import dev.orm.model.Model;

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

}
