package dev.orm.validate;

import java.util.stream.Collectors;
import java.util.stream.Stream;

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
		super("%s is not valid: %s".formatted(model, said(errors)), Subject.ofModel(model));
		this.errors = errors;
	}

	private static String said(ValidationErrors errors) {
		return Stream.of(errors.byField(), errors.global())
			.map(Object::toString)
			.filter((text) -> text.length() > 2)
			.collect(Collectors.joining(" "));
	}

	/**
	 * Return what is wrong.
	 * @return the errors by field
	 */
	public ValidationErrors errors() {
		return this.errors;
	}

}
