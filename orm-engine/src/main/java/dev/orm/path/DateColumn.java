package dev.orm.path;

/**
 * A column of dates, with a time or without, so that years, months and days can be told
 * apart.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public sealed class DateColumn<R, T> extends TemporalColumn<R, T> permits TimestampColumn {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public DateColumn(String path) {
		super(path);
	}

}
