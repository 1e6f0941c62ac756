package dev.orm.error;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;

/**
 * A forced update matched no row, or a version had moved on. Django's {@code NotUpdated}.
 */
public class NotUpdatedException extends OptimisticLockingFailureException {

	private final String model;

	private final transient @Nullable Object key;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public NotUpdatedException(String message) {
		this(message, "", null);
	}

	/**
	 * Create the exception with its data.
	 * @param message names the place, the choices and the way out
	 * @param model the name of the model of the row; empty if it is not known
	 * @param key the key of the row; null if it is not known, or if there were several
	 */
	public NotUpdatedException(String message, String model, @Nullable Object key) {
		super(message);
		this.model = model;
		this.key = key;
	}

	/**
	 * Return the model of the row.
	 * @return its name; empty if it is not known
	 */
	public String model() {
		return this.model;
	}

	/**
	 * Return the key of the row, which the message does not show.
	 * @return the key, a list of its parts if it has several; null if it is not known, if
	 * there were several rows, or after serialization
	 */
	public @Nullable Object key() {
		return this.key;
	}

}
