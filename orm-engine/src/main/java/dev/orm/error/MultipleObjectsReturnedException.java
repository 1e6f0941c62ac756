package dev.orm.error;

import org.springframework.dao.IncorrectResultSizeDataAccessException;

/** {@code get} found more than one row. Django's {@code MultipleObjectsReturned}. */
public class MultipleObjectsReturnedException extends IncorrectResultSizeDataAccessException {

	private final String model;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public MultipleObjectsReturnedException(String message) {
		this(message, "");
	}

	/**
	 * Create the exception with its data.
	 * @param message names the place, the choices and the way out
	 * @param model the name of the model of the rows; empty if it is not known
	 */
	public MultipleObjectsReturnedException(String message, String model) {
		super(message, 1);
		this.model = model;
	}

	/**
	 * Return the model of the rows.
	 * @return its name; empty if it is not known
	 */
	public String model() {
		return this.model;
	}

}
