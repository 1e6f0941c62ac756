package dev.orm.path;

import java.time.Duration;

import dev.orm.expression.Arithmetic;

/**
 * A column of durations.
 *
 * @param <R> the root model
 */
public final class DurationColumn<R> extends TypedColumn<R, Duration, Duration> implements Arithmetic<R, Duration> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public DurationColumn(String path) {
		super(path);
	}

}
