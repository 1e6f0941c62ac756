package dev.orm.error;

import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;

/** A fetch that the fetch mode forbids. Django's {@code FieldFetchBlocked}. */
public class FieldFetchBlockedException extends OrmException implements AboutModel {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public FieldFetchBlockedException(String message) {
		this(message, "", "");
	}

	/**
	 * Create the exception with its data.
	 * @param message names the place, the choices and the way out
	 * @param model the name of the model; empty if it is not known
	 * @param attribute the field or relation that was to be fetched; empty if it is not
	 * known
	 */
	public FieldFetchBlockedException(String message, String model, String attribute) {
		super(message, Subject.ofAttribute(model, attribute));
	}

}
