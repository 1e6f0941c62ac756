package dev.orm.validate;

import java.util.ArrayList;
import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.TableName;
import dev.orm.sql.Call;
import dev.orm.sql.Column;
import dev.orm.sql.Exists;
import dev.orm.sql.Fragment;
import dev.orm.sql.Infix;
import dev.orm.sql.Logical;
import dev.orm.sql.Not;
import dev.orm.sql.Parameter;
import dev.orm.sql.RowSet;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * One SELECT that answers all rules for any number of instances, whose values are arrays:
 * for each row its number, and for each rule whether it holds. Types, collations and
 * NULLs are the database's.
 */
final class ValidationStatement {

	/** The rows that are validated. */
	private static final String ROWS = "v";

	/** The rows that are there. */
	private static final String STORED = "u";

	private final List<DatabaseRule> rules;

	private final List<FieldModel> key;

	private final List<Selection> arrays = new ArrayList<>();

	ValidationStatement(EntityModel model, List<DatabaseRule> rules) {
		this.rules = rules;
		this.key = model.key();
	}

	/**
	 * Make the statement. Its values are the numbers of the rows, the keys of those that
	 * are stored, and for each rule its columns.
	 */
	SelectStatement select() {
		List<Selection> answers = new ArrayList<>();
		answers.add(new Selection(array(ValueTypes.INTEGER), "n"));
		List<Sql> own = this.key.stream().map((field) -> array(field.type())).toList();
		for (DatabaseRule rule : this.rules) {
			List<Sql> values = rule.fields().stream().map((field) -> array(field.type())).toList();
			Sql holds = (rule.kind() == DatabaseRule.Kind.TARGET) ? target(rule, values.get(0))
					: unique(rule, values, own);
			answers.add(new Selection(holds, null));
		}
		SelectStatement rows = SelectStatement.of(this.arrays, List.of());
		return SelectStatement.of(answers, List.of(Source.of(rows, ROWS)));
	}

	private Sql array(ValueType type) {
		int index = this.arrays.size();
		Sql unfolded = new RowSet(
				new Call("unnest", List.of(Parameter.of(index, ValueTypes.arrayOf(type)).asTyped()), type));
		this.arrays.add(new Selection(unfolded, "c" + index));
		return Column.computed(ROWS, "c" + index, type);
	}

	/** No other row has the values, neither one that is stored nor one of the batch. */
	private static Sql unique(DatabaseRule rule, List<Sql> values, List<Sql> own) {
		List<Sql> conditions = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) {
			conditions.add(infix("=", stored(rule.fields().get(i)), values.get(i)));
		}
		if (rule.kind() == DatabaseRule.Kind.UNIQUE) {
			conditions.add(other(rule.table(), own));
		}
		List<Sql> alone = new ArrayList<>();
		values.forEach((value) -> alone.add(Template.of("{} IS NULL", ValueTypes.BOOLEAN, value)));
		String partition = String.join(", ", values.stream().map((value) -> "{}").toList());
		alone.add(Template.of("count(*) OVER (PARTITION BY " + partition + ") = 1", ValueTypes.BOOLEAN,
				values.toArray(Sql[]::new)));
		return new Logical(true, List.of(new Not(exists(rule.table().table(), conditions)),
				new Logical(false, alone, ValueTypes.BOOLEAN)), ValueTypes.BOOLEAN);
	}

	/** A row is not in its own way. */
	private static Sql other(EntityModel table, List<Sql> own) {
		List<Sql> same = new ArrayList<>();
		for (int i = 0; i < own.size(); i++) {
			same.add(infix("IS NOT DISTINCT FROM", stored(table.key().get(i)), own.get(i)));
		}
		return new Not((same.size() == 1) ? same.get(0) : new Logical(true, same, ValueTypes.BOOLEAN));
	}

	private static Sql target(DatabaseRule rule, Sql value) {
		FieldModel key = rule.fields().get(0);
		FieldModel referred = Relations.referred(key);
		return new Logical(false,
				List.of(Template.of("{} IS NULL", ValueTypes.BOOLEAN, value),
						exists(referred.owner().concrete().table(), List.of(infix("=", stored(referred), value)))),
				ValueTypes.BOOLEAN);
	}

	private static Exists exists(TableName table, List<Sql> conditions) {
		SelectStatement found = SelectStatement
			.of(List.of(new Selection(new Fragment("1", ValueTypes.INTEGER), null)),
					List.of(new Source(table, null, STORED, null, null)))
			.withWhere(
					(conditions.size() == 1) ? conditions.get(0) : new Logical(true, conditions, ValueTypes.BOOLEAN));
		return new Exists(found, List.of(), false, ValueTypes.BOOLEAN);
	}

	private static Sql stored(FieldModel field) {
		return Column.computed(STORED, field.column(), field.type());
	}

	private static Sql infix(String operator, Sql left, Sql right) {
		return new Infix(operator, left, right, ValueTypes.BOOLEAN);
	}

}
