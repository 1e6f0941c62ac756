package dev.orm.error;

import org.jspecify.annotations.Nullable;

/**
 * A call that needs, or may not run in, a transaction. Django's
 * {@code TransactionManagementError}.
 */
public class TransactionManagementException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public TransactionManagementException(String message) {
		super(message);
	}

	/**
	 * Create the exception with its cause.
	 * @param message names the place, the choices and the way out
	 * @param cause the error that broke the transaction
	 */
	public TransactionManagementException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
