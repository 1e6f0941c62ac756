package dev.orm.error;

import org.springframework.dao.IncorrectResultSizeDataAccessException;

/** {@code get} found more than one row. Django's {@code MultipleObjectsReturned}. */
public class MultipleObjectsReturnedException extends IncorrectResultSizeDataAccessException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public MultipleObjectsReturnedException(String message) {
		super(message, 1);
	}

}
