package dev.orm.error;

import dev.orm.error.detail.ConstraintDetails;
import org.springframework.dao.DuplicateKeyException;

/**
 * A row that exists already under a unique constraint or index. Django's
 * {@code IntegrityError}, with the constraint in {@link #details()}.
 */
public class UniqueViolationException extends DuplicateKeyException {

	private final ConstraintDetails details;

	/**
	 * Create the exception.
	 * @param message the database's message and the SQL text
	 * @param details what the database said
	 * @param cause the driver's error
	 */
	public UniqueViolationException(String message, ConstraintDetails details, Throwable cause) {
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
