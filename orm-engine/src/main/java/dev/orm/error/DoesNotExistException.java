package dev.orm.error;

import org.springframework.dao.EmptyResultDataAccessException;

/** {@code get} found no row. Django's {@code DoesNotExist}. */
public class DoesNotExistException extends EmptyResultDataAccessException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public DoesNotExistException(String message) {
		super(message, 1);
	}

}
