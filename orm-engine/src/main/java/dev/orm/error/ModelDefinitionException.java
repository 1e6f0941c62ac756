package dev.orm.error;

/** A model whose definition cannot be linked; start-up fails with it. */
public class ModelDefinitionException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public ModelDefinitionException(String message) {
		super(message);
	}

	/**
	 * Create the exception with its cause.
	 * @param message names the place, the choices and the way out
	 * @param cause what was thrown below
	 */
	public ModelDefinitionException(String message, Throwable cause) {
		super(message, cause);
	}

}
