package dev.orm.error;

import java.util.List;

/**
 * A field name that the model does not have, in {@code only}, {@code defer} or
 * {@code update}. Django's {@code FieldDoesNotExist}.
 */
public class FieldDoesNotExistException extends OrmException {

	private final String model;

	private final String name;

	private final List<String> choices;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public FieldDoesNotExistException(String message) {
		this(message, "", "", List.of());
	}

	/**
	 * Create the exception with its data.
	 * @param message names the place, the choices and the way out
	 * @param model the model
	 * @param name the name it does not have
	 * @param choices the names it has
	 */
	public FieldDoesNotExistException(String message, String model, String name, List<String> choices) {
		super(message);
		this.model = model;
		this.name = name;
		this.choices = List.copyOf(choices);
	}

	/**
	 * Return the model.
	 * @return its name; empty if it is not known
	 */
	public String model() {
		return this.model;
	}

	/**
	 * Return the name the model does not have.
	 * @return the name; empty if it is not known
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return the names the model has.
	 * @return the names; empty if they are not known
	 */
	public List<String> choices() {
		return this.choices;
	}

}
