package dev.orm.path;

/**
 * A column of dates with a time.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public final class TimestampColumn<R, T> extends DateColumn<R, T> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public TimestampColumn(String path) {
		super(path);
	}

}
