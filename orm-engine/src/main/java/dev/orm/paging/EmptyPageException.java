package dev.orm.paging;

import dev.orm.error.OrmException;

/** A page number outside the paginator's range. Django's {@code EmptyPage}. */
public class EmptyPageException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public EmptyPageException(String message) {
		super(message);
	}

}
