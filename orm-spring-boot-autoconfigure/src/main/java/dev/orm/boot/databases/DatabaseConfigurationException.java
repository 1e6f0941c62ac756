package dev.orm.boot.databases;

import dev.orm.error.OrmException;
import dev.orm.error.detail.UnknownName;

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
	 * Create the exception for a name nobody knows.
	 * @param alias the database
	 * @param message what is wrong; the choices are added
	 * @param unknown the name and those there are
	 * @param action the way out
	 */
	public DatabaseConfigurationException(String alias, String message, UnknownName unknown, String action) {
		super(message, unknown);
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
