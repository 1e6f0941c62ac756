package dev.orm.error;

/** A fetch that the fetch mode forbids. Django's {@code FieldFetchBlocked}. */
public class FieldFetchBlockedException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public FieldFetchBlockedException(String message) {
		super(message);
	}

}
