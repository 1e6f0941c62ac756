package dev.orm.error;

import org.jspecify.annotations.Nullable;

/**
 * A write in a read-only transaction, or on a database that only reads, such as a
 * replica.
 */
public class ReadOnlyTransactionException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 * @param cause the driver's error
	 */
	public ReadOnlyTransactionException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
