package dev.orm.paging;

import dev.orm.error.OrmException;

/** A page number outside the paginator's range. Django's {@code EmptyPage}. */
public class EmptyPageException extends OrmException {

	private final int number;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 * @param number the page that was asked for
	 */
	public EmptyPageException(String message, int number) {
		super(message);
		this.number = number;
	}

	/**
	 * Return the page that was asked for.
	 * @return its number
	 */
	public int number() {
		return this.number;
	}

}
