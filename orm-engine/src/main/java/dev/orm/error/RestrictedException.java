package dev.orm.error;

import java.util.List;

import dev.orm.error.detail.StoppedDeleteException;

/** A delete stopped by a {@code RESTRICT} relation. Django's {@code RestrictedError}. */
public final class RestrictedException extends StoppedDeleteException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param message names the model and the relations
	 * @param model the model whose rows were to be deleted
	 * @param relations the relations that refer to them, as {@code Model.attribute}
	 * @param objects the instances in the way
	 */
	public RestrictedException(String message, String model, List<String> relations, List<?> objects) {
		super(message, model, relations, objects);
	}

}
