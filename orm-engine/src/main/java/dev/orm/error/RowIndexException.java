package dev.orm.error;

/** An index past the last row. Django's {@code IndexError}. */
public class RowIndexException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public RowIndexException(String message) {
		super(message);
	}

}
