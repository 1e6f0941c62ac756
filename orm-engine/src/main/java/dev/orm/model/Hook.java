package dev.orm.model;

/**
 * A method of {@link Model} that a class may override to take part in what happens to its
 * rows. Which ones a class overrides, its binding says.
 */
public enum Hook {

	/** {@link Model#beforeSave}. */
	BEFORE_SAVE,
	/** {@link Model#afterSave}. */
	AFTER_SAVE,
	/** {@link Model#beforeDelete}. */
	BEFORE_DELETE,
	/** {@link Model#afterDelete}. */
	AFTER_DELETE,
	/** {@link Model#afterLoad}. */
	AFTER_LOAD

}
