package dev.orm.signal;

import dev.orm.error.OrmException;

/**
 * An instance is saved from its own hook or event, again and again.
 */
public class EndlessSaveException extends OrmException {

	private final String model;

	private final String occasion;

	/**
	 * Create the error.
	 * @param message what is saved from where, and what to do instead
	 * @param model the name of the model
	 * @param occasion the hook or event
	 */
	public EndlessSaveException(String message, String model, String occasion) {
		super(message);
		this.model = model;
		this.occasion = occasion;
	}

	/**
	 * Return the model.
	 * @return its name
	 */
	public String model() {
		return this.model;
	}

	/**
	 * Return from where the instance is saved.
	 * @return the hook or event
	 */
	public String occasion() {
		return this.occasion;
	}

}
