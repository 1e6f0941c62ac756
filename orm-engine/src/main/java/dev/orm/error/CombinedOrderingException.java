package dev.orm.error;

import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;

/**
 * A combined queryset ordered by something it does not select. Django's
 * {@code DatabaseError} of that place.
 */
public class CombinedOrderingException extends OrmException implements AboutModel {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 * @param subject what it is about; its argument is the operation
	 */
	public CombinedOrderingException(String message, Subject subject) {
		super(message, subject);
	}

}
