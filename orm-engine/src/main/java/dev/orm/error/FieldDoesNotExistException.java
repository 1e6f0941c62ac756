package dev.orm.error;

import dev.orm.error.detail.AboutName;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;

/**
 * A field name that the model does not have, in {@code only}, {@code defer} or
 * {@code update}. Django's {@code FieldDoesNotExist}.
 */
public class FieldDoesNotExistException extends OrmException implements AboutName {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 * @param subject what it is about
	 */
	public FieldDoesNotExistException(String message, Subject subject) {
		super(message, subject);
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place and the way out; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 */
	public FieldDoesNotExistException(String message, UnknownName unknown) {
		super(message, unknown);
	}

}
