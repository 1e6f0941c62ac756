package dev.orm.error;

import dev.orm.error.detail.AboutName;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;

/**
 * An operation that may not follow the ones before it, such as {@code filter} after
 * {@code slice}, or an attribute the model does not have. Django's {@code TypeError}.
 */
public class IllegalQueryException extends OrmException implements AboutName {

	/**
	 * Create the exception with what it is about.
	 * @param message names the place, the choices and the way out
	 * @param subject what it is about
	 */
	public IllegalQueryException(String message, Subject subject) {
		super(message, subject);
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place and the way out; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 */
	public IllegalQueryException(String message, UnknownName unknown) {
		super(message, unknown);
	}

}
