package dev.orm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A path, lookup or expression that does not fit the model. Django's {@code FieldError}.
 * Where a name is the reason, it is there as data with the names there are.
 */
public class FieldException extends OrmException {

	private final String model;

	private final String path;

	private final String name;

	private final List<String> choices;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public FieldException(String message) {
		this(message, (Throwable) null);
	}

	/**
	 * Create the exception with its cause.
	 * @param message names the place, the choices and the way out
	 * @param cause what was thrown below
	 */
	public FieldException(String message, @Nullable Throwable cause) {
		super(message, cause);
		this.model = "";
		this.path = "";
		this.name = "";
		this.choices = List.of();
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place, the choices and the way out
	 * @param model the model the name was looked for on; empty if it is none
	 * @param path the path the name stands in
	 * @param name the name
	 * @param choices the names there are
	 */
	public FieldException(String message, String model, String path, String name, List<String> choices) {
		super(message);
		this.model = model;
		this.path = path;
		this.name = name;
		this.choices = List.copyOf(choices);
	}

	/**
	 * Return the model the name was looked for on.
	 * @return its name; empty if no name is the reason
	 */
	public String model() {
		return this.model;
	}

	/**
	 * Return the path the name stands in.
	 * @return the path; empty if no name is the reason
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Return the name nobody knows.
	 * @return the name; empty if no name is the reason
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return the names there are.
	 * @return the names; empty if no name is the reason
	 */
	public List<String> choices() {
		return this.choices;
	}

}
