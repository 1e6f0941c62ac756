package dev.orm.boot.web;

import org.jspecify.annotations.Nullable;

/**
 * A controller takes a condition, and nothing says what a request may ask for.
 *
 * @since 0.1.0
 */
public class MissingLookupsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String model;

	/**
	 * Create the exception.
	 * @param parameter the method with the parameter, and what it takes
	 * @param model the simple name of the model
	 * @param cause what the beans said
	 */
	public MissingLookupsException(String parameter, String model, @Nullable Throwable cause) {
		super("%s, and nothing says what a request may ask for.".formatted(parameter), cause);
		this.model = model;
	}

	/**
	 * Return the way out.
	 * @return what to add
	 */
	public String action() {
		return ("Define a bean of type Lookups<%1$s> (Lookups.on(%1$s.class).allow(...)), or name one of several by"
				+ " @Qualifier at the parameter.")
			.formatted(this.model);
	}

}
