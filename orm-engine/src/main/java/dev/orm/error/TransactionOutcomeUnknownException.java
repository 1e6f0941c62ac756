package dev.orm.error;

import org.springframework.transaction.TransactionSystemException;

/**
 * The connection was lost while a transaction was committed: the server may have stored
 * it or not. Never repeat such a block without looking; it is not rolled back for sure.
 */
public class TransactionOutcomeUnknownException extends TransactionSystemException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param cause the driver's error
	 */
	public TransactionOutcomeUnknownException(Throwable cause) {
		super("""
				The connection was lost during the commit: whether the transaction is stored is unknown.
				  hint: read what it was to write before it is repeated""", cause);
	}

}
