package dev.orm.error;

import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;

/**
 * A bulk insert answered other rows than it was given, so that keys cannot be matched to
 * instances.
 */
public class RowsLostException extends IncorrectUpdateSemanticsDataAccessException {

	/**
	 * Create the exception.
	 * @param message names the table and the numbers
	 */
	public RowsLostException(String message) {
		super(message);
	}

}
