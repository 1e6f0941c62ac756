package dev.orm.path;

import dev.orm.expression.Condition;
import dev.orm.expression.NumberExpression;
import dev.orm.type.Range;

/**
 * A column of ranges.
 *
 * @param <R> the root model
 * @param <T> the Java class of their bounds
 */
public final class RangeColumn<R, T> extends Column<R, Range<T>> {

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

	/**
	 * Take the lower bound; NULL for none. Transform {@code startswith}.
	 * @return an expression
	 */
	public NumberExpression<R, T> lower() {
		return transform("startswith");
	}

	/**
	 * Take the upper bound; NULL for none. Transform {@code endswith}.
	 * @return an expression
	 */
	public NumberExpression<R, T> upper() {
		return transform("endswith");
	}

	/**
	 * Test whether it holds nothing. Transform {@code isempty}.
	 * @return a condition
	 */
	public Condition<R> isEmpty() {
		return lookup("isempty", true);
	}

	/**
	 * Test whether the lower bound belongs to it. Transform {@code lower_inc}.
	 * @return a condition
	 */
	public Condition<R> lowerIncluded() {
		return lookup("lower_inc", true);
	}

	/**
	 * Test whether it has no lower bound. Transform {@code lower_inf}.
	 * @return a condition
	 */
	public Condition<R> lowerInfinite() {
		return lookup("lower_inf", true);
	}

	/**
	 * Test whether the upper bound belongs to it. Transform {@code upper_inc}.
	 * @return a condition
	 */
	public Condition<R> upperIncluded() {
		return lookup("upper_inc", true);
	}

	/**
	 * Test whether it has no upper bound. Transform {@code upper_inf}.
	 * @return a condition
	 */
	public Condition<R> upperInfinite() {
		return lookup("upper_inf", true);
	}

}
