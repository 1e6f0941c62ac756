package dev.orm.path;

import dev.orm.expression.Condition;
import dev.orm.expression.Operand;
import dev.orm.expression.NumberExpression;
import dev.orm.type.Range;

/**
 * A column of ranges.
 *
 * @param <R> the root model
 * @param <T> the Java class of their bounds
 */
public final class RangeColumn<R, T> extends TypedColumn<R, Range<T>, Range<T>> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public RangeColumn(String path) {
		super(path);
	}

	/**
	 * Test whether it contains a value or a range. Lookup {@code contains}.
	 * @param value a value
	 * @return a condition
	 */
	public Condition<R> contains(T value) {
		return lookup("contains", value);
	}

	/**
	 * Test whether it contains a value or a range. Lookup {@code contains}.
	 * @param value a range
	 * @return a condition
	 */
	public Condition<R> contains(Range<T> value) {
		return lookup("contains", value);
	}

	/**
	 * Test whether it contains a value or a range. Lookup {@code contains}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	public Condition<R> contains(Operand value) {
		return lookup("contains", value);
	}

	/**
	 * Test whether it lies inside a range. Lookup {@code contained_by}.
	 * @param value a range
	 * @return a condition
	 */
	public Condition<R> containedBy(Range<T> value) {
		return lookup("contained_by", value);
	}

	/**
	 * Test whether it lies inside a range. Lookup {@code contained_by}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	public Condition<R> containedBy(Operand value) {
		return lookup("contained_by", value);
	}

	/**
	 * Test whether it overlaps a range. Lookup {@code overlap}.
	 * @param value a range
	 * @return a condition
	 */
	public Condition<R> overlap(Range<T> value) {
		return lookup("overlap", value);
	}

	/**
	 * Test whether it overlaps a range. Lookup {@code overlap}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	public Condition<R> overlap(Operand value) {
		return lookup("overlap", value);
	}

	/**
	 * Test whether it lies before a range. Lookup {@code fully_lt}.
	 * @param value a range
	 * @return a condition
	 */
	public Condition<R> fullyLt(Range<T> value) {
		return lookup("fully_lt", value);
	}

	/**
	 * Test whether it lies before a range. Lookup {@code fully_lt}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	public Condition<R> fullyLt(Operand value) {
		return lookup("fully_lt", value);
	}

	/**
	 * Test whether it lies after a range. Lookup {@code fully_gt}.
	 * @param value a range
	 * @return a condition
	 */
	public Condition<R> fullyGt(Range<T> value) {
		return lookup("fully_gt", value);
	}

	/**
	 * Test whether it lies after a range. Lookup {@code fully_gt}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	public Condition<R> fullyGt(Operand value) {
		return lookup("fully_gt", value);
	}

	/**
	 * Test whether it does not begin before a range. Lookup {@code not_lt}.
	 * @param value a range
	 * @return a condition
	 */
	public Condition<R> notLt(Range<T> value) {
		return lookup("not_lt", value);
	}

	/**
	 * Test whether it does not begin before a range. Lookup {@code not_lt}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	public Condition<R> notLt(Operand value) {
		return lookup("not_lt", value);
	}

	/**
	 * Test whether it does not end after a range. Lookup {@code not_gt}.
	 * @param value a range
	 * @return a condition
	 */
	public Condition<R> notGt(Range<T> value) {
		return lookup("not_gt", value);
	}

	/**
	 * Test whether it does not end after a range. Lookup {@code not_gt}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	public Condition<R> notGt(Operand value) {
		return lookup("not_gt", value);
	}

	/**
	 * Test whether it touches a range. Lookup {@code adjacent_to}.
	 * @param value a range
	 * @return a condition
	 */
	public Condition<R> adjacentTo(Range<T> value) {
		return lookup("adjacent_to", value);
	}

	/**
	 * Test whether it touches a range. Lookup {@code adjacent_to}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	public Condition<R> adjacentTo(Operand value) {
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
