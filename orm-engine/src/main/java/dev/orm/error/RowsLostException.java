package dev.orm.error;

import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;

/**
 * An insert stored fewer rows than it was given: a trigger or rule drops them, or puts
 * them elsewhere.
 */
public class RowsLostException extends IncorrectUpdateSemanticsDataAccessException {

	private final String model;

	private final String table;

	/**
	 * Create the exception with its data.
	 * @param message names the table and the numbers
	 * @param model the name of the model whose table it is
	 * @param table the table, with its schema if it has one
	 */
	public RowsLostException(String message, String model, String table) {
		super(message);
		this.model = model;
		this.table = table;
	}

	/**
	 * Return the model whose table did not take the rows: that of the instances, or one
	 * it continues.
	 * @return its name
	 */
	public String model() {
		return this.model;
	}

	/**
	 * Return the table.
	 * @return its name, with its schema if it has one
	 */
	public String table() {
		return this.table;
	}

}
