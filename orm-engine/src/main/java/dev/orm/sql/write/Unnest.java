package dev.orm.sql.write;

import java.util.ArrayList;
import java.util.List;

import dev.orm.sql.Cast;
import dev.orm.sql.Column;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Many rows as one array for each column, unfolded by {@code unnest}: one text for any
 * number of rows. A column that holds arrays itself travels as the text of each, since
 * {@code unnest} would flatten it.
 *
 * @param alias the alias of the rows; their columns are {@code c0}, {@code c1} …
 * @param types the types of the columns
 * @param first the place of the first array among the values of the statement; the others
 * follow
 * @param order how the rows are met
 */
public record Unnest(String alias, List<ValueType> types, int first, Order order) {

	/** The column that numbers the rows from 1. */
	public static final String NUMBER = "n";

	/** How rows are met. */
	public enum Order {

		/** In any order. */
		ANY,

		/** In the order of their numbers, which are a column. */
		NUMBERED,

		/**
		 * As they come, each looked up by the index: the planner does not see how long an
		 * array is that a subquery hands over, and takes it for short. It does not read
		 * the table through then, in whatever order it lies.
		 */
		AS_GIVEN

	}

	public Unnest {
		types = List.copyOf(types);
	}

	/**
	 * Return whether values of a type travel as text.
	 * @param type the type of a column
	 * @return true for arrays
	 */
	public static boolean isFolded(ValueType type) {
		return type.kind() == Kind.ARRAY;
	}

	/**
	 * Return the arrays.
	 * @return a parameter for each column
	 */
	public List<Parameter> arrays() {
		List<Parameter> arrays = new ArrayList<>(this.types.size());
		for (ValueType type : this.types) {
			ValueType sent = ValueTypes.arrayOf(isFolded(type) ? ValueTypes.TEXT : type);
			arrays.add(Parameter.of(this.first + arrays.size(), sent));
		}
		return arrays;
	}

	/**
	 * Return a column.
	 * @param index its place
	 * @return its name
	 */
	public static String name(int index) {
		return "c" + index;
	}

	/**
	 * Return a column as a value of its type.
	 * @param index its place
	 * @return the value
	 */
	public Sql column(int index) {
		return column(this.alias, index);
	}

	/**
	 * Return a column of a table that repeats these rows.
	 * @param table the alias of the table
	 * @param index the place of the column
	 * @return the value
	 */
	Sql column(String table, int index) {
		ValueType type = this.types.get(index);
		Column column = Column.computed(table, name(index), type);
		return isFolded(type) ? new Cast(column, type, Cast.Naming.UNSIZED) : column;
	}

	/**
	 * Return all columns.
	 * @return the values, in order
	 */
	public List<Sql> columns() {
		return columns(this.alias);
	}

	/**
	 * Return all columns of a table that repeats these rows.
	 * @param table the alias of the table
	 * @return the values, in order
	 */
	public List<Sql> columns(String table) {
		List<Sql> columns = new ArrayList<>(this.types.size());
		for (int i = 0; i < this.types.size(); i++) {
			columns.add(column(table, i));
		}
		return columns;
	}

}
