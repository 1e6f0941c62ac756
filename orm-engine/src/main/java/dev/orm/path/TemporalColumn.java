package dev.orm.path;

import dev.orm.expression.TemporalExpression;

/**
 * A column of dates or times.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public final class TemporalColumn<R, T> extends Column<R, T> implements TemporalExpression<R, T> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public TemporalColumn(String path) {
		super(path);
	}

}
