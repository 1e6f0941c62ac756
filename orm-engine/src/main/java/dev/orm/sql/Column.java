package dev.orm.sql;

import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

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

	/**
	 * All columns of a table, or of all tables.
	 *
	 * @param table the alias of the table, or null for all
	 */
	public record All(@Nullable String table) implements Leaf {

		/**
		 * Return the rows themselves, as a count counts them.
		 * @return all columns of all tables
		 */
		public static All ofRows() {
			return new All(null);
		}

		@Override
		public ValueType type() {
			return ValueTypes.UNKNOWN;
		}

		@Override
		public <R> R accept(SqlVisitor<R> visitor) {
			return visitor.allColumns(this);
		}

	}

}
