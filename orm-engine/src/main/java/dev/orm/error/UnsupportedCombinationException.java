package dev.orm.error;

/**
 * A combination of operations with no defined meaning, such as an aggregate after
 * DISTINCT ON. Django's {@code NotImplementedError}.
 */
public class UnsupportedCombinationException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public UnsupportedCombinationException(String message) {
		super(message);
	}

}
