package dev.orm.error;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * There is no connection to a database, or the one of a statement was lost. A statement
 * that was on its way and is stored by itself may have been run; a transaction was rolled
 * back.
 */
public final class DatabaseConnectionException extends DataAccessResourceFailureException {

	private static final long serialVersionUID = 1L;

	private final String database;

	/**
	 * Create the exception.
	 * @param database the alias of the database
	 * @param message what happened, with the way out
	 * @param cause the error of the pool or the driver
	 */
	public DatabaseConnectionException(String database, String message, Throwable cause) {
		super(message, cause);
		this.database = database;
	}

	/**
	 * Return the database.
	 * @return its alias
	 */
	public String getDatabase() {
		return this.database;
	}

}
