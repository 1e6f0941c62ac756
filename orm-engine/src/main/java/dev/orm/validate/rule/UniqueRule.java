package dev.orm.validate.rule;

import java.util.ArrayList;
import java.util.List;

import dev.orm.declare.DeclaredUnique;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Errors;
import dev.orm.sql.AggregateCall;
import dev.orm.sql.Column;
import dev.orm.sql.Literal;
import dev.orm.sql.Sql;
import dev.orm.sql.WindowCall;
import dev.orm.type.ValueTypes;

/**
 * No other row, stored or of the batch, has the values. Immutable.
 *
 * @param table the model whose table keeps it
 * @param unique what is unique
 * @param fields all its columns
 * @param needed those whose NULL tells a row from all others
 * @param ofNewKey whether it is the key of new rows
 */
public record UniqueRule(EntityModel table, DeclaredUnique unique, List<FieldModel> fields, List<FieldModel> needed,
		boolean ofNewKey) implements DatabaseRule {

	/** Columns that are unique without a name. */
	public static UniqueRule of(EntityModel table, List<FieldModel> fields, boolean ofNewKey) {
		DeclaredUnique unique = DeclaredUnique.of(fields.stream().map(FieldModel::name).toList());
		return new UniqueRule(table, unique, fields, fields, ofNewKey);
	}

	@Override
	public boolean looksAtStored() {
		return !this.ofNewKey;
	}

	@Override
	public Sql holds(ValidatedRows rows) {
		List<Sql> given = this.unique.elements().stream().map((element) -> rows.given(this.table, element)).toList();
		List<Sql> same = new ArrayList<>();
		for (int i = 0; i < given.size(); i++) {
			Sql stored = rows.stored(this.table, this.unique.elements().get(i));
			same.add(this.unique.nullsDistinct() ? RuleConditions.same(stored, given.get(i))
					: RuleConditions.identical(stored, given.get(i)));
		}
		if (!this.ofNewKey) {
			same.add(rows.isOther(this.table));
		}
		Node where = this.unique.where();
		if (where == null) {
			return RuleConditions.all(RuleConditions.not(rows.isStored(this.table, same)), isAlone(given, given));
		}
		same.add(rows.stored(this.table, where));
		Sql applies = rows.given(this.table, where);
		List<Sql> partition = new ArrayList<>(given);
		partition.add(applies);
		return RuleConditions.any(RuleConditions.isNotTrue(applies),
				RuleConditions.all(RuleConditions.not(rows.isStored(this.table, same)), isAlone(given, partition)));
	}

	/** No other row of the batch has the values. */
	private Sql isAlone(List<Sql> given, List<Sql> partition) {
		List<Sql> alone = new ArrayList<>();
		if (this.unique.nullsDistinct()) {
			given.forEach((value) -> alone.add(RuleConditions.isNull(value)));
		}
		Sql rows = new AggregateCall("COUNT", List.of(Column.All.ofRows()), false, List.of(), null, ValueTypes.BIGINT,
				0L);
		Sql alike = new WindowCall(rows, partition, List.of(), null, ValueTypes.BIGINT);
		alone.add(RuleConditions.same(alike, Literal.of(1)));
		return RuleConditions.any(alone.toArray(Sql[]::new));
	}

	@Override
	public void reject(EntityModel model, Errors errors) {
		List<FieldModel> columns = RuleFields.plain(model, this.unique.elements());
		if (columns.size() == this.unique.elements().size()) {
			RowRefusals.unique(model, columns, this.unique.message(), errors);
		}
		else {
			RowRefusals.constraint(this.unique.name(), this.unique.attributes(), this.unique.message(), errors);
		}
	}

}
