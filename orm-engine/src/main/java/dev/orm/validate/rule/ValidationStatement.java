package dev.orm.validate.rule;

import java.util.ArrayList;
import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.TableName;
import dev.orm.resolve.ResolveContext;
import dev.orm.sql.Call;
import dev.orm.sql.Cast;
import dev.orm.sql.Column;
import dev.orm.sql.Parameter;
import dev.orm.sql.RowSet;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.CommonTable;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.Sql;
import dev.orm.sql.write.Unnest;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * One SELECT that answers all rules for any number of instances, whose values are arrays:
 * for each row its number, and for each rule whether it holds. Types, collations and
 * NULLs are the database's.
 */
public final class ValidationStatement {

	private final EntityModel model;

	private final List<DatabaseRule> rules;

	private final List<FieldModel> fields;

	private final List<Selection> arrays = new ArrayList<>();

	public ValidationStatement(EntityModel model, List<DatabaseRule> rules, List<FieldModel> fields) {
		this.model = model;
		this.rules = rules;
		this.fields = fields;
	}

	/**
	 * Make the statement. Its values are the numbers of the rows, the keys of those that
	 * are stored, and the values of each field.
	 */
	public SelectStatement select(ResolveContext context) {
		array(ValidatedRows.NUMBER, ValueTypes.INTEGER);
		for (int i = 0; i < this.model.key().size(); i++) {
			array(ValidatedRows.key(i), this.model.key().get(i).type());
		}
		for (int i = 0; i < this.fields.size(); i++) {
			array(ValidatedRows.name(i), this.fields.get(i).type());
		}
		ValidatedRows rows = new ValidatedRows(this.model, this.fields, context);
		List<Selection> answers = new ArrayList<>();
		answers.add(new Selection(Column.computed(ValidatedRows.ROWS, ValidatedRows.NUMBER, ValueTypes.INTEGER), null));
		this.rules.forEach((rule) -> answers.add(new Selection(rule.holds(rows), null)));
		CommonTable table = new CommonTable(ValidatedRows.ROWS, List.of(), false,
				SelectStatement.of(this.arrays, List.of()));
		return SelectStatement
			.of(answers, List.of(new Source(TableName.of(ValidatedRows.ROWS), null, ValidatedRows.ROWS, null, null)))
			.withTables(List.of(table));
	}

	private void array(String name, ValueType type) {
		boolean folded = Unnest.isFolded(type);
		ValueType sent = folded ? ValueTypes.TEXT : type;
		Parameter values = Parameter.of(this.arrays.size(), ValueTypes.arrayOf(sent)).asTyped();
		Sql unfolded = new RowSet(new Call("unnest", List.of(values), sent));
		this.arrays.add(new Selection(folded ? new Cast(unfolded, type, Cast.Naming.UNSIZED) : unfolded, name));
	}

}
