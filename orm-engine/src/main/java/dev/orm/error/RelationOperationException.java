package dev.orm.error;

import dev.orm.error.detail.AboutName;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;

/**
 * A relation, or an operation of its manager, that does not exist. Django's
 * {@code AttributeError} of that place.
 */
public class RelationOperationException extends OrmException implements AboutName {

	/**
	 * Create the exception with what it is about.
	 * @param message names the place, the choices and the way out
	 * @param subject what it is about
	 */
	public RelationOperationException(String message, Subject subject) {
		super(message, subject);
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place and the way out; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 */
	public RelationOperationException(String message, UnknownName unknown) {
		super(message, unknown);
	}

}
