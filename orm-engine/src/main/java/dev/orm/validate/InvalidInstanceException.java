package dev.orm.validate;

import dev.orm.error.OrmException;

/** An instance that must not be stored. Django's {@code ValidationError}. */
public class InvalidInstanceException extends OrmException {

	private final transient ValidationErrors errors;

	private final String model;

	/**
	 * Create the exception.
	 * @param model the name of the model
	 * @param errors what is wrong
	 */
	public InvalidInstanceException(String model, ValidationErrors errors) {
		super("%s is not valid: %s%s".formatted(model, errors.byField(), errors.global()));
		this.model = model;
		this.errors = errors;
	}

	/**
	 * Return what is wrong.
	 * @return the errors by field
	 */
	public ValidationErrors errors() {
		return this.errors;
	}

	/**
	 * Return the model.
	 * @return its name
	 */
	public String model() {
		return this.model;
	}

}
