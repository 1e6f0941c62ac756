package dev.orm.validate.rule;

import java.util.List;

import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Errors;
import dev.orm.sql.Sql;

/**
 * The row a foreign key points to is one that people may choose. Immutable.
 *
 * @param key the key
 * @param target the model it leads to
 * @param condition which of its rows may be chosen
 */
public record LimitRule(FieldModel key, EntityModel target, Node condition) implements DatabaseRule {

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
		Sql given = rows.given(this.key);
		return Conditions.any(Conditions.isNull(given),
				rows.isAmong(this.target, this.condition, Refusals.referred(this.key), given));
	}

	/** A key that leads nowhere is told by another rule. */
	@Override
	public void reject(EntityModel model, Errors errors) {
		if (!errors.isRejected(this.key.name())) {
			Refusals.choice(this.key, errors);
		}
	}

}
