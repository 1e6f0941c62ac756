package dev.orm.error;

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

}
