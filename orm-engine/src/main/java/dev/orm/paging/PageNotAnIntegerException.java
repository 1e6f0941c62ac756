package dev.orm.paging;

import dev.orm.error.OrmException;

/** A page number that is no integer. Django's {@code PageNotAnInteger}. */
public class PageNotAnIntegerException extends OrmException {

	private final String text;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 * @param text the text that was given for a number
	 */
	public PageNotAnIntegerException(String message, String text) {
		super(message);
		this.text = text;
	}

	/**
	 * Return the text that was given for a number.
	 * @return the text, as it was given
	 */
	public String text() {
		return this.text;
	}

}
