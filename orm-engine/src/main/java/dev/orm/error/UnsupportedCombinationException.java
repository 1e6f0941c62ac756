package dev.orm.error;

import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;

/**
 * A combination of operations with no defined meaning, such as an aggregate after
 * DISTINCT ON. Django's {@code NotImplementedError}.
 */
public class UnsupportedCombinationException extends OrmException implements AboutModel {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 * @param subject what it is about; its argument is the operation
	 */
	public UnsupportedCombinationException(String message, Subject subject) {
		super(message, subject);
	}

}
