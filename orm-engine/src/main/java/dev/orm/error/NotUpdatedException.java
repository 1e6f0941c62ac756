package dev.orm.error;

import org.springframework.dao.OptimisticLockingFailureException;

/**
 * A forced update matched no row, or a version had moved on. Django's {@code NotUpdated}.
 */
public class NotUpdatedException extends OptimisticLockingFailureException {

	private final String model;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public NotUpdatedException(String message) {
		this(message, "");
	}

	/**
	 * Create the exception with its data.
	 * @param message names the place, the choices and the way out
	 * @param model the name of the model of the row; empty if it is not known
	 */
	public NotUpdatedException(String message, String model) {
		super(message);
		this.model = model;
	}

	/**
	 * Return the model of the row.
	 * @return its name; empty if it is not known
	 */
	public String model() {
		return this.model;
	}

}
