package dev.orm.error;

/**
 * A path, lookup or expression that does not fit the model. Django's {@code FieldError}.
 */
public class FieldException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public FieldException(String message) {
		super(message);
	}

}
