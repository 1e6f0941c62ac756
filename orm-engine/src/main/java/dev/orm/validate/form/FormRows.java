package dev.orm.validate.form;

import java.util.List;
import java.util.Map;

import dev.orm.model.Model;
import dev.orm.routing.Route;
import dev.orm.validate.ValidationErrors;
import dev.orm.validate.ValidationOptions;

/**
 * What a form does with the rows of its model; implemented by the front door.
 * Thread-safe.
 *
 * @param <T> the model
 */
public interface FormRows<T extends Model> {

	/**
	 * Validate some of an instance.
	 * @param instance the instance
	 * @param how what to look at
	 * @return what is wrong
	 */
	ValidationErrors validate(T instance, ValidationOptions how);

	/**
	 * Return where an instance is saved.
	 * @param instance the instance
	 * @return the database
	 */
	Route route(T instance);

	/**
	 * Return where rows to choose from are read.
	 * @return the database
	 */
	Route route();

	/**
	 * Save an instance and relate it to rows, both or neither.
	 * @param instance the instance
	 * @param related keys by relation: those it is related to then, and no others
	 */
	void save(T instance, Map<String, List<Object>> related);

}
