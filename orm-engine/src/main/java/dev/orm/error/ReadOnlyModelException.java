package dev.orm.error;

import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;

/** Rows of a model that may only be read were to be written. */
public class ReadOnlyModelException extends OrmException implements AboutModel {

	/**
	 * Create the exception.
	 * @param model the name of the model
	 */
	public ReadOnlyModelException(String model) {
		super("%s may only be read: its table is marked @Table(readOnly = true). hint: write to the tables it is made of"
			.formatted(model), Subject.ofModel(model));
	}

}
