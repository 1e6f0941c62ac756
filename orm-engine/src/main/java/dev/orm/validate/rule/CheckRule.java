package dev.orm.validate.rule;

import java.util.List;

import dev.orm.declare.DeclaredCheck;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Errors;
import dev.orm.sql.Sql;

/**
 * A condition is not false; unknown passes, as in SQL. Immutable.
 *
 * @param table the model whose table has the check
 * @param check the check
 * @param fields the columns of its condition
 */
public record CheckRule(EntityModel table, DeclaredCheck check, List<FieldModel> fields) implements DatabaseRule {

	@Override
	public List<FieldModel> needed() {
		return List.of();
	}

	@Override
	public Sql holds(ValidatedRows rows) {
		return RuleConditions.isNotFalse(rows.given(this.table, this.check.condition()));
	}

	@Override
	public void reject(EntityModel model, Errors errors) {
		RowRefusals.constraint(this.check.name(), this.check.attributes(), this.check.message(), errors);
	}

}
