package dev.orm.error;

import dev.orm.error.detail.UnknownName;

/**
 * A value of the wrong kind: {@code null} with a lookup that takes none, an unsaved
 * instance, another model's instance. Django's {@code ValueError}.
 */
public class QueryValueException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public QueryValueException(String message) {
		super(message);
	}

	/**
	 * Create the exception with what refused the value.
	 * @param message names the place, the choices and the way out
	 * @param cause what was thrown below
	 */
	public QueryValueException(String message, Throwable cause) {
		super(message, cause);
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place and the way out; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 */
	public QueryValueException(String message, UnknownName unknown) {
		super(message, unknown);
	}

	/**
	 * Refuse an instance that stands for its key and has none.
	 * @param instance the instance
	 * @param attribute what of it is asked for
	 * @return the exception
	 */
	public static QueryValueException unsaved(Object instance, String attribute) {
		return new QueryValueException("Model instances passed to related filters must be saved: %s has no %s."
			.formatted(instance, attribute));
	}

	/**
	 * Refuse an instance of another model.
	 * @param instance the instance
	 * @param model the name of the model that is asked for
	 * @return the exception
	 */
	public static QueryValueException notOf(Object instance, String model) {
		return new QueryValueException("Cannot query '%s': Must be a '%s' instance.".formatted(instance, model));
	}

}
