package dev.orm.path;

import dev.orm.expression.NumberExpression;

/**
 * A number column.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public final class NumberColumn<R, T> extends Column<R, T> implements NumberExpression<R, T> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public NumberColumn(String path) {
		super(path);
	}

}
