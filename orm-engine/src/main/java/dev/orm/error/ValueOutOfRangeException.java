package dev.orm.error;

import java.util.List;

/**
 * A value does not fit into its column: what the database would refuse with SQLSTATE
 * 22003, found before it is sent.
 */
public class ValueOutOfRangeException extends ValueConversionException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public ValueOutOfRangeException(String message) {
		super(message);
	}

	/**
	 * Create the exception with its data.
	 * @param message names the place, the choices and the way out
	 * @param expected the type that was expected
	 */
	public ValueOutOfRangeException(String message, String expected) {
		super(message, expected, List.of());
	}

}
