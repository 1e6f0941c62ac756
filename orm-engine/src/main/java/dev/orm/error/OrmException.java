package dev.orm.error;

import java.util.Optional;

import dev.orm.error.detail.UnknownName;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/** Root of the errors the ORM raises for a wrong call, always before any SQL is sent. */
public class OrmException extends InvalidDataAccessApiUsageException {

	private static final long serialVersionUID = 1L;

	private final @Nullable UnknownName unknown;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public OrmException(String message) {
		// without a cause, which may still be given one
		super(message);
		this.unknown = null;
	}

	/**
	 * Create the exception with its cause.
	 * @param message names the place, the choices and the way out
	 * @param cause what was thrown below
	 */
	public OrmException(String message, @Nullable Throwable cause) {
		super(message, cause);
		this.unknown = null;
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place and the way out; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 */
	public OrmException(String message, UnknownName unknown) {
		super(message + unknown.words());
		this.unknown = unknown;
	}

	/**
	 * Return the name nobody knows, with the names there are and the one that was
	 * probably meant.
	 * @return the name; empty if no name is the reason
	 */
	public final Optional<UnknownName> unknownName() {
		return Optional.ofNullable(this.unknown);
	}

}
