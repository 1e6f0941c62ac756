package dev.orm.path;

import dev.orm.expression.StringExpression;

/**
 * A text column.
 *
 * @param <R> the root model
 */
public final class StringColumn<R> extends TypedColumn<R, String, String> implements StringExpression<R> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public StringColumn(String path) {
		super(path);
	}

}
