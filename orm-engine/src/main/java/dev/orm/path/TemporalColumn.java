package dev.orm.path;

import java.time.temporal.Temporal;

import dev.orm.expression.TemporalExpression;

/**
 * A column of dates or times. One of times of day is of this very class.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public sealed class TemporalColumn<R, T> extends TypedColumn<R, T, Temporal> implements TemporalExpression<R, T>
		permits DateColumn {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public TemporalColumn(String path) {
		super(path);
	}

}
