package dev.orm.error;

/**
 * An operation the queryset or the database cannot do, such as {@code filter} after
 * {@code union}. Django's {@code NotSupportedError}.
 */
public class UnsupportedQueryException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public UnsupportedQueryException(String message) {
		super(message);
	}

}
