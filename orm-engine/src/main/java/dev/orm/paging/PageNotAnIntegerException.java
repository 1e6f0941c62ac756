package dev.orm.paging;

import dev.orm.error.OrmException;

/** A page number that is no integer. Django's {@code PageNotAnInteger}. */
public class PageNotAnIntegerException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public PageNotAnIntegerException(String message) {
		super(message);
	}

}
