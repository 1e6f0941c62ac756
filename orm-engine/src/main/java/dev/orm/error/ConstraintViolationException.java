package dev.orm.error;

import dev.orm.error.detail.ConstraintDetails;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * A row that breaks a foreign key, a check, an exclusion or NOT NULL. Django's
 * {@code IntegrityError}, with the constraint in {@link #details()}. A duplicate is an
 * {@link UniqueViolationException}.
 */
public class ConstraintViolationException extends DataIntegrityViolationException {

	private final ConstraintDetails details;

	/**
	 * Create the exception.
	 * @param message the database's message and the SQL text
	 * @param details what the database said
	 * @param cause the driver's error
	 */
	public ConstraintViolationException(String message, ConstraintDetails details, Throwable cause) {
		super(message, cause);
		this.details = details;
	}

	/**
	 * Return what the database said.
	 * @return the details
	 */
	public ConstraintDetails details() {
		return this.details;
	}

}
