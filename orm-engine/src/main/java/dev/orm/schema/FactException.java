package dev.orm.schema;

import dev.orm.error.OrmException;
import dev.orm.error.detail.UnknownName;

/** A line that states no fact, or a fact that does not fit the schema it is said of. */
public class FactException extends OrmException {

	/**
	 * Create the exception.
	 * @param message the reason
	 */
	public FactException(String message) {
		super(message);
	}

	/**
	 * Create the exception for a word nobody knows.
	 * @param message says what is wrong; the choices are added
	 * @param unknown the word, and those there are
	 */
	public FactException(String message, UnknownName unknown) {
		super(message, unknown);
	}

}
