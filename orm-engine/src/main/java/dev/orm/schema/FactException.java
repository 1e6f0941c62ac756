package dev.orm.schema;

import dev.orm.error.OrmException;

/** A line that states no fact, or a fact that does not fit the schema it is said of. */
public class FactException extends OrmException {

	/**
	 * Create the exception.
	 * @param message the reason
	 */
	public FactException(String message) {
		super(message);
	}

}
