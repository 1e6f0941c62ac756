package dev.orm.validate.rule;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Errors;
import dev.orm.sql.Sql;

/** Something about a row that only the database knows. Immutable. */
public sealed interface DatabaseRule permits UniqueRule, CheckRule, ExclusionRule, GenericTargetRule, KeyRule {

	/**
	 * Return the columns it is about.
	 * @return the columns, as the validated model sees them
	 */
	List<FieldModel> fields();

	/**
	 * Return the columns without whose values a row keeps it anyway.
	 * @return some of the columns
	 */
	List<FieldModel> needed();

	/**
	 * Return whether rows that are stored may break it.
	 * @return false if new rows only may
	 */
	default boolean looksAtStored() {
		return true;
	}

	/**
	 * Ask for it.
	 * @param rows the rows that are validated
	 * @return a condition that is true of a row that keeps it
	 */
	Sql holds(ValidatedRows rows);

	/**
	 * Say that a row breaks it.
	 * @param model the validated model
	 * @param errors takes it
	 */
	void reject(EntityModel model, Errors errors);

}
