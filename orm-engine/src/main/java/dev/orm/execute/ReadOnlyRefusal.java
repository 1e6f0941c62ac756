package dev.orm.execute;

import dev.orm.error.ReadOnlyTransactionException;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Says why a write is not sent: the transaction around it only reads. */
public final class ReadOnlyRefusal {

	private ReadOnlyRefusal() {
	}

	static ReadOnlyTransactionException of(StatementCall call) {
		return of("Cannot run [" + call.sql() + "]", call.database());
	}

	/**
	 * Refuse to go on in a transaction that only reads.
	 * @param what what writes or locks
	 * @param database the database of the transaction
	 * @throws ReadOnlyTransactionException if it only reads
	 */
	public static void refuse(String what, Database database) {
		if (ThreadTransaction.isReadOnly(database)) {
			throw of(what, database.alias());
		}
	}

	private static ReadOnlyTransactionException of(String what, String alias) {
		String name = TransactionSynchronizationManager.getCurrentTransactionName();
		boolean known = name != null && TransactionSynchronizationManager.isCurrentTransactionReadOnly();
		return new ReadOnlyTransactionException("""
				%s on database '%s': the transaction is read-only%s.
				  hint: write outside of readOnly() blocks and @Transactional(readOnly = true) methods, or begin a \
				transaction of its own by REQUIRES_NEW""".formatted(what, alias,
				known ? "; it was begun by " + name : ""), null);
	}

}
