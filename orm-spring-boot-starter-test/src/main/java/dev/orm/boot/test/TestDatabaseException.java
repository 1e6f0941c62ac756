package dev.orm.boot.test;

import dev.orm.error.OrmException;

/**
 * A database for tests cannot be had.
 *
 * @since 0.1.0
 */
public class TestDatabaseException extends OrmException {

	private final String action;

	TestDatabaseException(String message, String action, Throwable cause) {
		super(message, cause);
		this.action = action;
	}

	/**
	 * Return the way out.
	 * @return what to change
	 */
	public String action() {
		return this.action;
	}

}
