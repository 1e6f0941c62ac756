package dev.orm.error;

/**
 * A value that cannot be converted to the type of its column. Django's
 * {@code ValidationError}.
 */
public class ValueConversionException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public ValueConversionException(String message) {
		super(message);
	}

}
