package dev.orm.error;

import java.util.List;

/**
 * An operation that may not follow the ones before it, such as {@code filter} after
 * {@code slice}, or an attribute the model does not have. Django's {@code TypeError}.
 */
public class IllegalQueryException extends OrmException {

	private final String model;

	private final String name;

	private final List<String> choices;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public IllegalQueryException(String message) {
		this(message, "", "", List.of());
	}

	/**
	 * Create the exception for an attribute the model does not have.
	 * @param message names the place, the choices and the way out
	 * @param model the model
	 * @param name the name it does not have
	 * @param choices the names it has
	 */
	public IllegalQueryException(String message, String model, String name, List<String> choices) {
		super(message);
		this.model = model;
		this.name = name;
		this.choices = List.copyOf(choices);
	}

	/**
	 * Return the model that does not have the attribute.
	 * @return its name; empty if no attribute is the reason
	 */
	public String model() {
		return this.model;
	}

	/**
	 * Return the attribute the model does not have.
	 * @return the name; empty if no attribute is the reason
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return the attributes there are.
	 * @return the names; empty if no attribute is the reason
	 */
	public List<String> choices() {
		return this.choices;
	}

}
