package dev.orm.execute;

import dev.orm.error.TransactionManagementException;

/** A statement that the engine did not run failed, and its error was caught. */
final class AbortedTransactionException extends TransactionManagementException {

	private static final long serialVersionUID = 1L;

	AbortedTransactionException() {
		super("""
				The transaction is aborted: a statement in it failed, and the error was caught. Nothing of it is stored.
				  hint: put what may fail into an atomic block of its own; its savepoint is rolled back alone""");
	}

}
