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

	private CrossTenantException(String message, Subject subject) {
		super(message, subject);
	}

	/**
	 * Create the exception for a relation that would lead to a row of another tenant.
	 * @param model the model
	 * @param attribute its relation
	 * @return the exception
	 */
	public static CrossTenantException ofTarget(String model, String attribute) {
		return new CrossTenantException(
				"'%s' of %s would lead to a row of another tenant. hint: point it to a row of the same one"
					.formatted(attribute, model),
				Subject.ofAttribute(model, attribute));
	}

}
