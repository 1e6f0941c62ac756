package dev.orm.error;

import org.springframework.dao.OptimisticLockingFailureException;

/**
 * A forced update matched no row, or a version had moved on. Django's {@code NotUpdated}.
 */
public class NotUpdatedException extends OptimisticLockingFailureException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public NotUpdatedException(String message) {
		super(message);
	}

}
