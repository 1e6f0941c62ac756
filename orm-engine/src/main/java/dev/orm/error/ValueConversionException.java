package dev.orm.error;

import java.util.List;

import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A value that cannot be converted to the type of its column. Django's
 * {@code ValidationError}. Says what was expected and, as far as it is known where the
 * value was met, of which attribute or under which path. Whoever knows the place adds it
 * while the exception passes, so it belongs to one thread until it is caught.
 */
public class ValueConversionException extends OrmException implements AboutModel {

	private final String expected;

	private final List<String> choices;

	private String valueType = "";

	private int parameter;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public ValueConversionException(String message) {
		this(message, "", List.of());
	}

	/**
	 * Create the exception with its data.
	 * @param message names the place, the choices and the way out
	 * @param expected the type that was expected; empty if no type is the reason
	 * @param choices the values there are; empty unless there is a choice
	 */
	public ValueConversionException(String message, String expected, List<String> choices) {
		super(message);
		this.expected = expected;
		this.choices = List.copyOf(choices);
	}

	/**
	 * Add the class of the value.
	 * @param value the value; null adds nothing
	 * @return this exception
	 */
	public ValueConversionException of(@Nullable Object value) {
		if (value != null && this.valueType.isEmpty()) {
			this.valueType = value.getClass().getName();
		}
		return this;
	}

	/**
	 * Add the attribute the value was meant for, unless a place is known.
	 * @param model the model
	 * @param attribute the attribute
	 * @return this exception
	 */
	public ValueConversionException at(String model, String attribute) {
		if (place().isEmpty()) {
			about(Subject.ofAttribute(model, attribute));
		}
		return this;
	}

	/**
	 * Add the path the value was compared with, unless a place is known.
	 * @param model the model the path starts from
	 * @param path the path, with its lookup
	 * @return this exception
	 */
	public ValueConversionException under(String model, String path) {
		if (place().isEmpty()) {
			about(Subject.ofPath(model, path));
		}
		return this;
	}

	/**
	 * Add the parameter of the statement the value was to be bound to.
	 * @param index the parameter, from 1
	 * @return this exception
	 */
	public ValueConversionException bound(int index) {
		this.parameter = index;
		return this;
	}

	/**
	 * Return the parameter of the statement the value was to be bound to.
	 * @return the parameter, from 1; 0 if the value was refused before
	 */
	public int parameter() {
		return this.parameter;
	}

	/**
	 * Return why the value was refused, without the place.
	 * @return the reason
	 */
	public String reason() {
		return String.valueOf(super.getMessage());
	}

	/**
	 * Return what was expected.
	 * @return the type; empty if no type is the reason
	 */
	public String expected() {
		return this.expected;
	}

	/**
	 * Return the class of the value, which a message names only where it is the reason.
	 * @return the name of the class; empty if it is not known
	 */
	public String valueType() {
		return this.valueType;
	}

	/**
	 * Return the values there are.
	 * @return the choices; empty unless there is a choice
	 */
	public List<String> choices() {
		return this.choices;
	}

	private String place() {
		return attribute().isEmpty() ? path() : model() + "." + attribute();
	}

	@Override
	public @Nullable String getMessage() {
		String message = super.getMessage();
		if (attribute().isEmpty() && !path().isEmpty()) {
			return path() + " of " + model() + ": " + message;
		}
		if (place().isEmpty()) {
			return (this.parameter > 0) ? "Parameter " + this.parameter + " of the statement: " + message : message;
		}
		return place() + ": " + message;
	}

}
