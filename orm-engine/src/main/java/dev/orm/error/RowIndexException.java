package dev.orm.error;

/** An index past the last row. Django's {@code IndexError}. */
public class RowIndexException extends OrmException {

	private final long index;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 * @param index the index that was asked for
	 */
	public RowIndexException(String message, long index) {
		super(message);
		this.index = index;
	}

	/**
	 * Return the index that was asked for.
	 * @return the index, from 0
	 */
	public long index() {
		return this.index;
	}

}
