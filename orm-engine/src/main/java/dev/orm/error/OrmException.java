package dev.orm.error;

import java.util.Optional;

import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/** Root of the errors the ORM raises for a wrong call, always before any SQL is sent. */
public class OrmException extends InvalidDataAccessApiUsageException {

	private static final long serialVersionUID = 1L;

	private final @Nullable UnknownName unknown;

	private Subject subject;

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public OrmException(String message) {
		this(message, Subject.UNKNOWN);
	}

	/**
	 * Create the exception with what it is about.
	 * @param message names the place, the choices and the way out
	 * @param subject what it is about
	 */
	public OrmException(String message, Subject subject) {
		// without a cause, which may still be given one
		super(message);
		this.unknown = null;
		this.subject = subject;
	}

	/**
	 * Create the exception with its cause.
	 * @param message names the place, the choices and the way out
	 * @param cause what was thrown below
	 */
	public OrmException(String message, @Nullable Throwable cause) {
		this(message, Subject.UNKNOWN, cause);
	}

	/**
	 * Create the exception with what it is about and its cause.
	 * @param message names the place, the choices and the way out
	 * @param subject what it is about
	 * @param cause what was thrown below
	 */
	public OrmException(String message, Subject subject, @Nullable Throwable cause) {
		super(message, cause);
		this.unknown = (cause instanceof OrmException below) ? below.unknown : null;
		this.subject = subject;
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place and the way out; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 */
	public OrmException(String message, UnknownName unknown) {
		this(message, unknown, "");
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 * @param wayOut what is added behind the choices
	 */
	public OrmException(String message, UnknownName unknown, String wayOut) {
		super(message + unknown.words() + wayOut);
		this.unknown = unknown;
		this.subject = unknown.subject();
	}

	/**
	 * Return the name nobody knows, with the names there are and the one that was
	 * probably meant.
	 * @return the name; empty if no name is the reason
	 */
	public final Optional<UnknownName> unknownName() {
		return Optional.ofNullable(this.unknown);
	}

	/**
	 * Return what the error is about.
	 * @return all that is known of it
	 */
	public final Subject subject() {
		return this.subject;
	}

	/**
	 * Say what the error is about, where that is known only while it passes. It belongs
	 * to one thread until it is caught.
	 * @param known what it is about
	 */
	protected final void about(Subject known) {
		this.subject = known;
	}

}
