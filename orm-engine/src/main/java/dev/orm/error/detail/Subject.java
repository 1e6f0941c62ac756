package dev.orm.error.detail;

import java.io.Serializable;

/**
 * What an error is about: a model and an attribute or a path of it, or what of a call was
 * wrong. Immutable; what is not known, or does not apply, is empty.
 *
 * @param model the name of the model, or of a table
 * @param attribute the attribute or relation that was to be written or read
 * @param path the path from the model that was asked for, with its lookup if it has one
 * @param argument what was given the value: an argument, an option, a parameter of a
 * request, or the function or lookup that takes it
 */
public record Subject(String model, String attribute, String path, String argument) implements Serializable {

	/** Nothing is known. */
	public static final Subject UNKNOWN = new Subject("", "", "", "");

	/**
	 * Be about a model as a whole.
	 * @param model its name
	 * @return the subject
	 */
	public static Subject ofModel(String model) {
		return new Subject(model, "", "", "");
	}

	/**
	 * Be about an attribute.
	 * @param model the name of its model
	 * @param attribute the attribute or relation
	 * @return the subject
	 */
	public static Subject ofAttribute(String model, String attribute) {
		return new Subject(model, attribute, "", "");
	}

	/**
	 * Be about a path.
	 * @param model the name of the model it starts from; empty if that is not known
	 * @param path the path, with its lookup if it has one
	 * @return the subject
	 */
	public static Subject ofPath(String model, String path) {
		return new Subject(model, "", path, "");
	}

	/**
	 * Be about what a call was given.
	 * @param argument the argument, option or parameter, or the function or lookup that
	 * takes it
	 * @return the subject
	 */
	public static Subject ofArgument(String argument) {
		return new Subject("", "", "", argument);
	}

	/**
	 * Say which argument of a call about this it was.
	 * @param name the argument, option or parameter
	 * @return a copy
	 */
	public Subject by(String name) {
		return new Subject(this.model, this.attribute, this.path, name);
	}

	/**
	 * Return whether it is known where a path starts, and which it is.
	 * @return true if it is about a path of a model
	 */
	public boolean isPlaced() {
		return !this.model.isEmpty() && !this.path.isEmpty();
	}

}
