package dev.orm.boot.tenancy;

import dev.orm.error.OrmException;
import dev.orm.error.detail.UnknownName;

/**
 * What the configuration says of tenants cannot be.
 *
 * @since 0.1.0
 */
public class TenancyConfigurationException extends OrmException {

	private final String action;

	/**
	 * Create the exception.
	 * @param message what is wrong
	 * @param action the way out
	 */
	public TenancyConfigurationException(String message, String action) {
		super(message);
		this.action = action;
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message what is wrong; the choices are added
	 * @param unknown the name and those there are
	 * @param action the way out
	 */
	public TenancyConfigurationException(String message, UnknownName unknown, String action) {
		super(message, unknown);
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
