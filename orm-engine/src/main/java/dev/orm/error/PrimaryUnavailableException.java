package dev.orm.error;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The server that should be written to only reads: it was made a standby, and another is
 * the primary now. Its connections are given up; repeat the transaction.
 */
public final class PrimaryUnavailableException extends TransientDataAccessResourceException {

	private static final long serialVersionUID = 1L;

	private final String database;

	/**
	 * Create the exception.
	 * @param database the alias of the database
	 * @param cause the error of the driver
	 */
	public PrimaryUnavailableException(String database, Throwable cause) {
		super("""
				The primary of database '%s' only reads: it is a standby now.
				  hint: repeat the transaction; name all servers in the URL, with targetServerType=primary, so that new \
				connections find the primary"""
			.formatted(database), cause);
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
