package dev.orm.error;

import dev.orm.error.detail.UnknownName;

/**
 * A relation, or an operation of its manager, that does not exist. Django's
 * {@code AttributeError} of that place.
 */
public class RelationOperationException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public RelationOperationException(String message) {
		super(message);
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
