package dev.orm.validate.rule;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Errors;
import dev.orm.sql.Sql;

/**
 * The row a foreign key points to is there. Immutable.
 *
 * @param key the key
 */
public record TargetRule(FieldModel key) implements DatabaseRule {

	@Override
	public List<FieldModel> fields() {
		return List.of(this.key);
	}

	@Override
	public List<FieldModel> needed() {
		return fields();
	}

	@Override
	public Sql holds(ValidatedRows rows) {
		FieldModel referred = Refusals.referred(this.key);
		Sql given = rows.given(this.key);
		Sql there = rows.isStored(referred.owner(), List.of(Conditions.same(rows.stored(referred), given)));
		return Conditions.any(Conditions.isNull(given), there);
	}

	@Override
	public void reject(EntityModel model, Errors errors) {
		Refusals.target(this.key, errors);
	}

}
