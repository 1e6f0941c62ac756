package dev.orm.boot.databases;

import dev.orm.error.OrmException;

/**
 * What the configuration says of a database cannot be.
 *
 * @since 0.1.0
 */
public class DatabaseConfigurationException extends OrmException {

	private final String alias;

	private final String action;

	/**
	 * Create the exception.
	 * @param alias the database
	 * @param message what is wrong
	 * @param action the way out
	 */
	public DatabaseConfigurationException(String alias, String message, String action) {
		super(message);
		this.alias = alias;
		this.action = action;
	}

	/**
	 * Return the database.
	 * @return its alias
	 */
	public String alias() {
		return this.alias;
	}

	/**
	 * Return the way out.
	 * @return what to change
	 */
	public String action() {
		return this.action;
	}

}
