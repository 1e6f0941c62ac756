package dev.orm.error.detail;

/**
 * An error that is about a model, or about an attribute or a path of one; what does not
 * apply, or is not known where the error was met, is empty.
 */
public interface AboutModel {

	/**
	 * Return what the error is about.
	 * @return all that is known of it
	 */
	Subject subject();

	/**
	 * Return the model.
	 * @return its name, or that of a table; empty if it is not known
	 */
	default String model() {
		return subject().model();
	}

	/**
	 * Return the attribute that was to be written or read.
	 * @return the attribute or relation; empty if none is the reason
	 */
	default String attribute() {
		return subject().attribute();
	}

	/**
	 * Return the path that was asked for.
	 * @return the path from the model, with its lookup if it has one; empty if none is
	 * the reason
	 */
	default String path() {
		return subject().path();
	}

	/**
	 * Return what of the call was wrong.
	 * @return the argument, option or parameter, or the function or lookup that takes the
	 * value; empty if none is the reason
	 */
	default String argument() {
		return subject().argument();
	}

}
