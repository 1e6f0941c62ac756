package dev.orm.sql;

import dev.orm.type.ValueType;

/**
 * A column of a table, or of a subquery, by the alias it has in the statement.
 *
 * @param alias the table alias
 * @param name the column
 * @param type the type
 * @param primaryKey whether the column alone is the key of its table
 * @param nullable whether the column takes NULL
 */
public record Column(String alias, String name, ValueType type, boolean primaryKey, boolean nullable) implements Leaf {

	/**
	 * Refer to what a subquery or a common table computes: it may be NULL and is no key.
	 * @param alias the alias of the subquery
	 * @param name the name the value has there
	 * @param type the type
	 * @return a column
	 */
	public static Column computed(String alias, String name, ValueType type) {
		return new Column(alias, name, type, false, true);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.column(this);
	}

	@Override
	public boolean containsColumn() {
		return true;
	}

}
