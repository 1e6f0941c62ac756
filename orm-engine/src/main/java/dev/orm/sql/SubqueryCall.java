package dev.orm.sql;

import java.util.List;

import dev.orm.model.TableName;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * A query inside an expression.
 *
 * @param statement the query
 * @param form what is asked of it
 * @param outer the columns of queries around it that it refers to
 * @param multiValued whether such a column may belong to several rows of the query around
 * @param type the type of the answer
 */
public record SubqueryCall(SelectStatement statement, Form form, List<Sql> outer, boolean multiValued,
		ValueType type) implements Leaf {

	/** What is asked of a query. */
	public enum Form {

		/** Its value, or values that another is compared with. */
		VALUES,
		/** All its values as one array. */
		ARRAY,
		/** Whether it has rows. */
		EXISTS

	}

	public SubqueryCall {
		outer = List.copyOf(outer);
	}

	/**
	 * Take the values of a query that refers to nothing around it.
	 * @param statement the query
	 * @param form what is asked of it
	 * @param type the type of the answer
	 * @return an expression
	 */
	public static SubqueryCall alone(SelectStatement statement, Form form, ValueType type) {
		return new SubqueryCall(statement, form, List.of(), false, type);
	}

	/**
	 * Ask whether a query has rows.
	 * @param statement the query
	 * @param outer the columns of queries around it that it refers to
	 * @param multiValued whether such a column may belong to several rows of the query
	 * around
	 * @return a condition
	 */
	public static SubqueryCall exists(SelectStatement statement, List<Sql> outer, boolean multiValued) {
		return new SubqueryCall(statement, Form.EXISTS, outer, multiValued, ValueTypes.BOOLEAN);
	}

	/**
	 * Ask whether a table has rows that fulfil a condition.
	 * @param table the table
	 * @param alias its alias
	 * @param where the condition
	 * @return a condition
	 */
	public static SubqueryCall exists(TableName table, String alias, Sql where) {
		SelectStatement rows = SelectStatement
			.of(List.of(new SelectStatement.Selection(Literal.of(1), null)),
					List.of(new SelectStatement.Source(table, null, alias, null, null)))
			.withWhere(where);
		return exists(rows, List.of(), false);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.subquery(this);
	}

	@Override
	public boolean containsSubquery() {
		return true;
	}

	@Override
	public boolean nullable() {
		return this.form != Form.EXISTS;
	}

}
