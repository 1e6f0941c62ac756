package dev.orm.error;

/** A fetch that the fetch mode forbids. Django's {@code FieldFetchBlocked}. */
public class FieldFetchBlockedException extends OrmException {

	private final String model;

	private final String attribute;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public FieldFetchBlockedException(String message) {
		this(message, "", "");
	}

	/**
	 * Create the exception with its data.
	 * @param message names the place, the choices and the way out
	 * @param model the name of the model; empty if it is not known
	 * @param attribute the field or relation that was to be fetched; empty if it is not
	 * known
	 */
	public FieldFetchBlockedException(String message, String model, String attribute) {
		super(message);
		this.model = model;
		this.attribute = attribute;
	}

	/**
	 * Return the model.
	 * @return its name; empty if it is not known
	 */
	public String model() {
		return this.model;
	}

	/**
	 * Return what was to be fetched.
	 * @return the field or relation; empty if it is not known
	 */
	public String attribute() {
		return this.attribute;
	}

}
