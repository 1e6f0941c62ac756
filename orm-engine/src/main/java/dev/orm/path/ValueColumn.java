package dev.orm.path;

/**
 * A column of values without operations of their own: enums, UUIDs, bytes, types of the
 * application.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public final class ValueColumn<R, T> extends TypedColumn<R, T, T> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public ValueColumn(String path) {
		super(path);
	}

}
