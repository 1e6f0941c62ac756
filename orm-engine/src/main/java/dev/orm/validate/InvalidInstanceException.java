package dev.orm.validate;

import dev.orm.error.OrmException;
import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;

/** An instance that must not be stored. Django's {@code ValidationError}. */
public class InvalidInstanceException extends OrmException implements AboutModel {

	private final transient ValidationErrors errors;

	/**
	 * Create the exception.
	 * @param model the name of the model
	 * @param errors what is wrong
	 */
	public InvalidInstanceException(String model, ValidationErrors errors) {
		super("%s is not valid: %s%s".formatted(model, errors.byField(), errors.global()), Subject.ofModel(model));
		this.errors = errors;
	}

	/**
	 * Return what is wrong.
	 * @return the errors by field
	 */
	public ValidationErrors errors() {
		return this.errors;
	}

}
