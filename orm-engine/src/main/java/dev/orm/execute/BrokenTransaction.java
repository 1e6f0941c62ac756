package dev.orm.execute;

import dev.orm.error.TransactionManagementException;
import org.jspecify.annotations.Nullable;

/** What is said of a transaction that can only roll back. */
final class BrokenTransaction {

	private BrokenTransaction() {
	}

	/** Refuse a statement in it. */
	static TransactionManagementException refusal(@Nullable Throwable failure) {
		return new TransactionManagementException("""
				An error occurred in the current transaction. You can't execute queries until the end of the \
				atomic block.
				  hint: put what may fail into an atomic block of its own; its savepoint is rolled back alone""",
				failure);
	}

	/** Tell whoever wanted to commit it. */
	static RuntimeException caught(Throwable error) {
		return (error instanceof AbortedTransactionException aborted) ? aborted : new TransactionManagementException("""
				Transaction rolled back because an error in it was caught and it went on
				  hint: put what may fail into an atomic block of its own""", error);
	}

}
