package dev.orm.signal;

import dev.orm.error.OrmException;
import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;

/**
 * An instance is saved from its own hook or event, again and again.
 */
public class EndlessSaveException extends OrmException implements AboutModel {

	private final String occasion;

	/**
	 * Create the error.
	 * @param message what is saved from where, and what to do instead
	 * @param model the name of the model
	 * @param occasion the hook or event
	 */
	public EndlessSaveException(String message, String model, String occasion) {
		super(message, Subject.ofModel(model));
		this.occasion = occasion;
	}

	/**
	 * Return from where the instance is saved.
	 * @return the hook or event
	 */
	public String occasion() {
		return this.occasion;
	}

}
