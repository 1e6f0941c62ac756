package dev.orm.validate.rule;

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
public record LimitRule(FieldModel key, EntityModel target, Node condition) implements KeyRule {

	@Override
	public Sql holds(ValidatedRows rows, Sql given) {
		return rows.isAmong(this.target, this.condition, RowRefusals.referred(this.key), given);
	}

	/** A key that leads nowhere is told by another rule. */
	@Override
	public void reject(EntityModel model, Errors errors) {
		if (!errors.isRejected(this.key.name())) {
			RowRefusals.choice(this.key, errors);
		}
	}

}
