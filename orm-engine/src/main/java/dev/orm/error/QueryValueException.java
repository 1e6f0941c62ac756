package dev.orm.error;

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

}
