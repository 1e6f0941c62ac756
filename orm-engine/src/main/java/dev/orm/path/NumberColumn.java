package dev.orm.path;

import dev.orm.expression.Arithmetic;

/**
 * A number column.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public final class NumberColumn<R, T> extends TypedColumn<R, T, Number> implements Arithmetic<R, T> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public NumberColumn(String path) {
		super(path);
	}

}
