package dev.orm.error;

import org.springframework.transaction.TransactionSystemException;

/**
 * The connection was lost while a transaction was committed: the server may have stored
 * it or not. Or a statement that is stored by itself was run, and the driver failed on
 * the rows it answered. Never repeat such a block or statement without looking; it is not
 * rolled back for sure.
 */
public class TransactionOutcomeUnknownException extends TransactionSystemException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception for a commit.
	 * @param cause the driver's error
	 */
	public TransactionOutcomeUnknownException(Throwable cause) {
		this("""
				The connection was lost during the commit: whether the transaction is stored is unknown.
				  hint: read what it was to write before it is repeated""", cause);
	}

	/**
	 * Create the exception.
	 * @param message says what is known, and the way out
	 * @param cause the driver's error
	 */
	public TransactionOutcomeUnknownException(String message, Throwable cause) {
		super(message, cause);
	}

}
