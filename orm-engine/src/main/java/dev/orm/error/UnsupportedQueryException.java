package dev.orm.error;

import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;

/**
 * An operation the queryset or the database cannot do, such as {@code filter} after
 * {@code union}. Django's {@code NotSupportedError}.
 */
public class UnsupportedQueryException extends OrmException implements AboutModel {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 * @param subject what it is about; its argument is the operation
	 */
	public UnsupportedQueryException(String message, Subject subject) {
		super(message, subject);
	}

}
