package dev.orm.error;

/** Rows of a model that may only be read were to be written. */
public class ReadOnlyModelException extends OrmException {

	private final String model;

	/**
	 * Create the exception.
	 * @param model the name of the model
	 */
	public ReadOnlyModelException(String model) {
		super("%s may only be read: its table is marked @Table(readOnly = true). hint: write to the tables it is made of"
			.formatted(model));
		this.model = model;
	}

	/**
	 * Return the model.
	 * @return its name
	 */
	public String model() {
		return this.model;
	}

}
