package dev.orm.error;

/**
 * A query that is nested too deeply, or too long, to be sent. The limits keep what
 * strangers may ask for from exhausting the stack, the memory or the database.
 */
public class QueryLimitException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the limit and the way out
	 */
	public QueryLimitException(String message) {
		super(message);
	}

	/**
	 * Create the exception with its cause.
	 * @param message names the limit and the way out
	 * @param cause what was thrown below
	 */
	public QueryLimitException(String message, Throwable cause) {
		super(message, cause);
	}

}
