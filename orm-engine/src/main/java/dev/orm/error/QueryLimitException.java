package dev.orm.error;

import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;

/**
 * A query that is nested too deeply, or too long, to be sent. The limits keep what
 * strangers may ask for from exhausting the stack, the memory or the database.
 */
public class QueryLimitException extends OrmException implements AboutModel {

	private final long limit;

	/**
	 * Create the exception.
	 * @param message names the limit and the way out
	 * @param limit the limit: levels, terms, characters or values
	 */
	public QueryLimitException(String message, long limit) {
		this(message, limit, Subject.UNKNOWN);
	}

	/**
	 * Create the exception with what it is about.
	 * @param message names the limit and the way out
	 * @param limit the limit: levels, terms, characters or values
	 * @param subject what goes beyond it
	 */
	public QueryLimitException(String message, long limit, Subject subject) {
		super(message, subject);
		this.limit = limit;
	}

	/**
	 * Create the exception with its cause.
	 * @param message names the limit and the way out
	 * @param cause what was thrown below
	 */
	public QueryLimitException(String message, Throwable cause) {
		super(message, cause);
		this.limit = 0;
	}

	/**
	 * Return the limit.
	 * @return how many levels, terms, characters or values there may be; 0 if it is the
	 * stack of the thread
	 */
	public long limit() {
		return this.limit;
	}

}
