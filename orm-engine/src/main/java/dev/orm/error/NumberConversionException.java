package dev.orm.error;

import java.util.List;

/**
 * A value that is no number was given for a column of whole or binary floating point
 * numbers. Django's {@code ValueError} where other conversions raise
 * {@code ValidationError}.
 */
public class NumberConversionException extends ValueConversionException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public NumberConversionException(String message) {
		super(message);
	}

	/**
	 * Create the exception with its data.
	 * @param message names the place, the choices and the way out
	 * @param expected the type that was expected
	 */
	public NumberConversionException(String message, String expected) {
		super(message, expected, List.of());
	}

}
