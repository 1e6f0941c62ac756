package dev.orm.migration.problem;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.schema.ObjectId;

/**
 * A change between two schemas that no statement makes. Whoever knows the model names it
 * while the exception passes.
 */
public class RefusedChangeException extends ModelDefinitionException {

	private final ObjectId object;

	/**
	 * Create the exception.
	 * @param message names the object, why it cannot be changed, and the way out
	 * @param object what would change: a table or a column
	 */
	public RefusedChangeException(String message, ObjectId object) {
		super(message, object.table().isEmpty() ? Subject.ofModel(object.name())
				: Subject.ofAttribute(object.table(), object.name()));
		this.object = object;
	}

	/** Name the model and the attribute, for the table and the column. */
	@Override
	public RefusedChangeException of(Subject known) {
		about(known);
		return this;
	}

	/**
	 * Return what would change.
	 * @return the id of a table or a column
	 */
	public ObjectId object() {
		return this.object;
	}

}
