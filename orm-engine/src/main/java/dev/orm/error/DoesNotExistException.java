package dev.orm.error;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.EmptyResultDataAccessException;

/** {@code get} found no row. Django's {@code DoesNotExist}. */
public class DoesNotExistException extends EmptyResultDataAccessException {

	private final String model;

	private final transient @Nullable Object key;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public DoesNotExistException(String message) {
		this(message, "", null);
	}

	/**
	 * Create the exception with its data.
	 * @param message names the place, the choices and the way out
	 * @param model the name of the model of the row; empty if it is not known
	 * @param key the key that was asked for, or that of the instance whose row, or whose
	 * other side, is missing; null if none was
	 */
	public DoesNotExistException(String message, String model, @Nullable Object key) {
		super(message, 1);
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
	 * Return the key that was asked for, or that of the instance whose row, or whose
	 * other side, is missing. A message names it only where the caller just gave it.
	 * @return the key, a list of its parts if it has several; null if none was asked for,
	 * or after serialization
	 */
	public @Nullable Object key() {
		return this.key;
	}

}
