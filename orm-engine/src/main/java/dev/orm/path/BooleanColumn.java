package dev.orm.path;

import dev.orm.expression.Condition;

/**
 * A truth column.
 *
 * @param <R> the root model
 */
public final class BooleanColumn<R> extends TypedColumn<R, Boolean, Boolean> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public BooleanColumn(String path) {
		super(path);
	}

	/**
	 * Test whether it is true.
	 * @return a condition
	 */
	public Condition<R> isTrue() {
		return eq(true);
	}

	/**
	 * Test whether it is false.
	 * @return a condition
	 */
	public Condition<R> isFalse() {
		return eq(false);
	}

}
