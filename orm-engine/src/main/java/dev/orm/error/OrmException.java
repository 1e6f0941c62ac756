package dev.orm.error;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/** Root of the errors the ORM raises for a wrong call, always before any SQL is sent. */
public class OrmException extends InvalidDataAccessApiUsageException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public OrmException(String message) {
		super(message);
	}

	/**
	 * Create the exception with its cause.
	 * @param message names the place, the choices and the way out
	 * @param cause what was thrown below
	 */
	public OrmException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
