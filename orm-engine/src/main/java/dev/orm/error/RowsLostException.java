package dev.orm.error;

import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;

/**
 * An insert stored fewer rows than it was given: a trigger or rule drops them, or puts
 * them elsewhere.
 */
public class RowsLostException extends IncorrectUpdateSemanticsDataAccessException {

	private final String table;

	/**
	 * Create the exception.
	 * @param message names the table and the numbers
	 */
	public RowsLostException(String message) {
		this(message, "");
	}

	/**
	 * Create the exception with its data.
	 * @param message names the table and the numbers
	 * @param table the table, with its schema if it has one; empty if it is not known
	 */
	public RowsLostException(String message, String table) {
		super(message);
		this.table = table;
	}

	/**
	 * Return the table.
	 * @return its name, with its schema if it has one; empty if it is not known
	 */
	public String table() {
		return this.table;
	}

}
