package dev.orm.path;

import dev.orm.expression.Condition;

/**
 * A column of ranges.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public final class RangeColumn<R, T> extends Column<R, T> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public RangeColumn(String path) {
		super(path);
	}

	/**
	 * Test whether it contains a value or a range. Lookup {@code contains}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	public Condition<R> contains(Object value) {
		return lookup("contains", value);
	}

	/**
	 * Test whether it lies inside a range. Lookup {@code contained_by}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	public Condition<R> containedBy(Object value) {
		return lookup("contained_by", value);
	}

	/**
	 * Test whether it overlaps a range. Lookup {@code overlap}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	public Condition<R> overlap(Object value) {
		return lookup("overlap", value);
	}

	/**
	 * Test whether it lies before a range. Lookup {@code fully_lt}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	public Condition<R> fullyLt(Object value) {
		return lookup("fully_lt", value);
	}

	/**
	 * Test whether it lies after a range. Lookup {@code fully_gt}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	public Condition<R> fullyGt(Object value) {
		return lookup("fully_gt", value);
	}

	/**
	 * Test whether it does not begin before a range. Lookup {@code not_lt}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	public Condition<R> notLt(Object value) {
		return lookup("not_lt", value);
	}

	/**
	 * Test whether it does not end after a range. Lookup {@code not_gt}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	public Condition<R> notGt(Object value) {
		return lookup("not_gt", value);
	}

	/**
	 * Test whether it touches a range. Lookup {@code adjacent_to}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	public Condition<R> adjacentTo(Object value) {
		return lookup("adjacent_to", value);
	}

}
