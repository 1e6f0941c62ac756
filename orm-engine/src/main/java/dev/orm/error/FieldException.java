package dev.orm.error;

import java.util.Collection;
import java.util.List;

import dev.orm.error.detail.AboutName;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import org.jspecify.annotations.Nullable;

/**
 * A path, lookup or expression that does not fit the model. Django's {@code FieldError}.
 * Where a name is the reason, it is there as data with the names there are.
 */
public class FieldException extends OrmException implements AboutName {

	private List<String> choices = List.of();

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 * @param subject what it is about
	 */
	public FieldException(String message, Subject subject) {
		super(message, subject);
	}

	/**
	 * Create the exception with its cause.
	 * @param message names the place, the choices and the way out
	 * @param subject what it is about
	 * @param cause what was thrown below
	 */
	public FieldException(String message, Subject subject, @Nullable Throwable cause) {
		super(message, subject, cause);
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place and the way out; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 */
	public FieldException(String message, UnknownName unknown) {
		super(message, unknown);
	}

	/**
	 * Add the values or names there are, where the message has them in its own words.
	 * @param all the choices
	 * @return this exception
	 */
	public FieldException choosing(Collection<String> all) {
		this.choices = List.copyOf(all);
		return this;
	}

	/**
	 * Add the path, for whoever knows it while the exception passes, unless a model is
	 * known.
	 * @param model the name of the model the path starts from
	 * @param path the path, with its lookup
	 * @return this exception
	 */
	public FieldException in(String model, String path) {
		if (model().isEmpty()) {
			about(Subject.ofPath(model, path).by(argument()));
		}
		return this;
	}

	@Override
	public List<String> choices() {
		return this.choices.isEmpty() ? AboutName.super.choices() : this.choices;
	}

}
