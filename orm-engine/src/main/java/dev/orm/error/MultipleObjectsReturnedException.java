package dev.orm.error;

import org.springframework.dao.IncorrectResultSizeDataAccessException;

/** {@code get} found more than one row. Django's {@code MultipleObjectsReturned}. */
public class MultipleObjectsReturnedException extends IncorrectResultSizeDataAccessException {

	/** How many rows are read to say how many there are; as in Django. */
	public static final int MOST = 21;

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
	 * Create the exception for rows of which one was wanted.
	 * @param model the name of their model
	 * @param rows how many were read
	 * @param bounded whether no more than {@link #MOST} were to be read
	 * @param asked what was asked, without values
	 * @return the exception
	 */
	public static MultipleObjectsReturnedException of(String model, int rows, boolean bounded, String asked) {
		String many = (bounded && rows == MOST) ? "more than " + (MOST - 1) : String.valueOf(rows);
		return new MultipleObjectsReturnedException(
				"get() returned more than one %s -- it returned %s: %s".formatted(model, many, asked), model);
	}

	/**
	 * Return the model of the rows.
	 * @return its name; empty if it is not known
	 */
	public String model() {
		return this.model;
	}

}
