package dev.orm.error;

import org.jspecify.annotations.Nullable;

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

	/**
	 * Create the exception with its cause.
	 * @param message names the place, the choices and the way out
	 * @param cause what was thrown below
	 */
	public FieldException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
