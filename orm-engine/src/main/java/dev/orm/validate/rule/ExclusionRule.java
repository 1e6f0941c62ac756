package dev.orm.validate.rule;

import java.util.ArrayList;
import java.util.List;

import dev.orm.declare.DeclaredExclusion;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Errors;
import dev.orm.sql.Infix;
import dev.orm.sql.Sql;
import dev.orm.sql.operator.OwnOperator;
import dev.orm.sql.operator.SqlOperator;

/**
 * No other row, stored or of the batch, compares in a way. Immutable.
 *
 * @param table the model whose table has the constraint
 * @param exclusion the constraint
 * @param fields all its columns
 * @param needed those that are compared as they are
 */
public record ExclusionRule(EntityModel table, DeclaredExclusion exclusion, List<FieldModel> fields,
		List<FieldModel> needed) implements DatabaseRule {

	@Override
	public Sql holds(ValidatedRows rows) {
		List<Sql> stored = new ArrayList<>(List.of(rows.isOther(this.table)));
		List<Sql> batch = new ArrayList<>(List.of(rows.isAnother()));
		for (DeclaredExclusion.Element element : this.exclusion.elements()) {
			Node compared = element.expression();
			Sql given = rows.given(this.table, compared);
			SqlOperator operator = new OwnOperator(element.operator());
			stored.add(Infix.condition(rows.stored(this.table, compared), operator, given));
			batch.add(Infix.condition(rows.another(this.table, compared), operator, given));
		}
		Node where = this.exclusion.where();
		if (where == null) {
			return RuleConditions.all(RuleConditions.not(rows.isStored(this.table, stored)),
					RuleConditions.not(rows.isInBatch(batch)));
		}
		stored.add(rows.stored(this.table, where));
		batch.add(rows.another(this.table, where));
		return RuleConditions.any(RuleConditions.isNotTrue(rows.given(this.table, where)), RuleConditions
			.all(RuleConditions.not(rows.isStored(this.table, stored)), RuleConditions.not(rows.isInBatch(batch))));
	}

	@Override
	public void reject(EntityModel model, Errors errors) {
		RowRefusals.constraint(this.exclusion.name(), this.exclusion.attributes(), this.exclusion.message(), errors);
	}

}
