package dev.orm.error;

/**
 * A field name that the model does not have, in {@code only}, {@code defer} or
 * {@code update}. Django's {@code FieldDoesNotExist}.
 */
public class FieldDoesNotExistException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public FieldDoesNotExistException(String message) {
		super(message);
	}

}
