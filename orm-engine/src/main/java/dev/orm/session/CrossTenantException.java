package dev.orm.session;

import dev.orm.error.OrmException;
import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;

/** A row of one tenant was to be written for another. */
public class CrossTenantException extends OrmException implements AboutModel {

	/**
	 * Create the exception.
	 * @param model the model
	 * @param attribute the attribute that tells the tenant
	 */
	public CrossTenantException(String model, String attribute) {
		super("'%s' of %s names another tenant than the current one, or would change. hint: leave it out, it is set by itself"
			.formatted(attribute, model), Subject.ofAttribute(model, attribute));
	}

}
