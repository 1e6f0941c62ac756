package dev.orm.error;

import dev.orm.error.detail.AboutName;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;

/** A model whose definition cannot be linked; start-up fails with it. */
public class ModelDefinitionException extends OrmException implements AboutName {

	/**
	 * Create the exception with what it is about.
	 * @param message names the place, the choices and the way out
	 * @param subject what it is about
	 */
	public ModelDefinitionException(String message, Subject subject) {
		super(message, subject);
	}

	/**
	 * Create the exception with what it is about and its cause.
	 * @param message names the place, the choices and the way out
	 * @param subject what it is about
	 * @param cause what was thrown below
	 */
	public ModelDefinitionException(String message, Subject subject, Throwable cause) {
		super(message, subject, cause);
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place and the way out; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 */
	public ModelDefinitionException(String message, UnknownName unknown) {
		super(message, unknown);
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 * @param wayOut what is added behind the choices
	 */
	public ModelDefinitionException(String message, UnknownName unknown, String wayOut) {
		super(message, unknown, wayOut);
	}

	/**
	 * Add the model, for whoever knows it while the exception passes, unless one is
	 * known.
	 * @param known what it is about
	 * @return this exception
	 */
	public ModelDefinitionException of(Subject known) {
		if (model().isEmpty()) {
			about(known.by(argument()));
		}
		return this;
	}

}
