package dev.orm.session;

import dev.orm.error.OrmException;

/** A row of one tenant was to be written for another. */
public class CrossTenantException extends OrmException {

	private final String model;

	private final String attribute;

	/**
	 * Create the exception.
	 * @param model the model
	 * @param attribute the attribute that tells the tenant
	 */
	public CrossTenantException(String model, String attribute) {
		super("'%s' of %s names another tenant than the current one, or would change. hint: leave it out, it is set by itself"
			.formatted(attribute, model));
		this.model = model;
		this.attribute = attribute;
	}

	/**
	 * Return the model.
	 * @return its name
	 */
	public String model() {
		return this.model;
	}

	/**
	 * Return the attribute that tells the tenant.
	 * @return its name
	 */
	public String attribute() {
		return this.attribute;
	}

}
