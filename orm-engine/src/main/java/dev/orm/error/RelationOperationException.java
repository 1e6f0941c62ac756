package dev.orm.error;

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

}
