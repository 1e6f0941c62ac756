package dev.orm.error;

/**
 * An operation that may not follow the ones before it, such as {@code filter} after
 * {@code slice}. Django's {@code TypeError}.
 */
public class IllegalQueryException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public IllegalQueryException(String message) {
		super(message);
	}

}
