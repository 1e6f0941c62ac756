package dev.orm.error;

import java.util.Collection;
import java.util.List;

import dev.orm.error.detail.AboutName;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import org.jspecify.annotations.Nullable;

/**
 * A value of the wrong kind: {@code null} with a lookup that takes none, an unsaved
 * instance, another model's instance, an option that is out of range. Django's
 * {@code ValueError}. Says what the value was given to, and its class, but never holds
 * the value. Whoever knows the path adds it while the exception passes, so it belongs to
 * one thread until it is caught.
 */
public class QueryValueException extends OrmException implements AboutName {

	private List<String> choices = List.of();

	private String valueType = "";

	private String passed = "";

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 * @param subject what the value was given to
	 */
	public QueryValueException(String message, Subject subject) {
		super(message, subject);
	}

	/**
	 * Create the exception with what refused the value.
	 * @param message names the place, the choices and the way out
	 * @param subject what the value was given to
	 * @param cause what was thrown below
	 */
	public QueryValueException(String message, Subject subject, Throwable cause) {
		super(message, subject, cause);
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place and the way out; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 */
	public QueryValueException(String message, UnknownName unknown) {
		super(message, unknown);
	}

	/**
	 * Refuse an instance that stands for its key and has none.
	 * @param instance the instance
	 * @param model the name of its model
	 * @param attribute what of it is asked for
	 * @return the exception
	 */
	public static QueryValueException unsaved(Object instance, String model, String attribute) {
		return new QueryValueException(
				"Model instances passed to related filters must be saved: %s has no %s.".formatted(instance, attribute),
				Subject.ofAttribute(model, attribute))
			.of(instance);
	}

	/**
	 * Refuse an instance of another model.
	 * @param instance the instance
	 * @param model the name of the model that is asked for
	 * @return the exception
	 */
	public static QueryValueException notOf(Object instance, String model) {
		return new QueryValueException("Cannot query '%s': Must be a '%s' instance.".formatted(instance, model),
				Subject.ofModel(model))
			.of(instance);
	}

	/**
	 * Add the class of the value.
	 * @param value the value; null adds nothing
	 * @return this exception
	 */
	public QueryValueException of(@Nullable Object value) {
		if (value != null && this.valueType.isEmpty()) {
			this.valueType = value.getClass().getName();
		}
		return this;
	}

	/**
	 * Add the values or names there are, where the message has them in its own words.
	 * @param all the choices
	 * @return this exception
	 */
	public QueryValueException choosing(Collection<String> all) {
		this.choices = List.copyOf(all);
		return this;
	}

	/**
	 * Add the path the value was compared with: to the message, and as data unless one is
	 * known.
	 * @param model the name of the model the path starts from
	 * @param path the path, with its lookup
	 * @return this exception
	 */
	public QueryValueException in(String model, String path) {
		this.passed += " (in '%s' of %s)".formatted(path, model);
		if (!subject().isPlaced()) {
			about(Subject.ofPath(model, path).by(argument()));
		}
		return this;
	}

	/**
	 * Return the class of the value.
	 * @return the name of the class; empty if it is not known, or there is no value
	 */
	public String valueType() {
		return this.valueType;
	}

	@Override
	public List<String> choices() {
		return this.choices.isEmpty() ? AboutName.super.choices() : this.choices;
	}

	@Override
	public @Nullable String getMessage() {
		return super.getMessage() + this.passed;
	}

}
