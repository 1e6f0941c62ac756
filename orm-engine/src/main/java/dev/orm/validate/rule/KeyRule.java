package dev.orm.validate.rule;

import java.util.List;

import dev.orm.meta.FieldModel;
import dev.orm.sql.Sql;

/** Something about the row a foreign key points to; NULL points to none. Immutable. */
public sealed interface KeyRule extends DatabaseRule permits TargetRule, LimitRule {

	/**
	 * Return the key.
	 * @return the field
	 */
	FieldModel key();

	@Override
	default List<FieldModel> fields() {
		return List.of(key());
	}

	@Override
	default List<FieldModel> needed() {
		return List.of(key());
	}

	@Override
	default Sql holds(ValidatedRows rows) {
		Sql given = rows.given(key());
		return RuleConditions.any(RuleConditions.isNull(given), holds(rows, given));
	}

	/**
	 * Ask for it where there is a key.
	 * @param rows the rows that are validated
	 * @param given their keys
	 * @return a condition that is true of a row that keeps it
	 */
	Sql holds(ValidatedRows rows, Sql given);

}
