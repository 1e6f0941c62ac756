package dev.orm.transaction;

import dev.orm.error.TransactionManagementException;
import dev.orm.execute.CurrentTransaction;
import dev.orm.execute.Database;
import dev.orm.execute.failure.ErrorTranslation;

import org.springframework.transaction.TransactionException;

/**
 * A mark in an open transaction, to go back to without leaving the block. Used by the
 * thread of the transaction, while the block it was taken in is open.
 */
public final class Savepoint {

	private final Database database;

	private final CurrentTransaction transaction;

	private final java.sql.Savepoint mark;

	private boolean released;

	private Savepoint(Database database, CurrentTransaction transaction) {
		this.database = database;
		this.transaction = transaction;
		this.mark = mark(database, transaction);
	}

	private static java.sql.Savepoint mark(Database database, CurrentTransaction transaction) {
		try {
			return transaction.createSavepoint();
		}
		catch (TransactionException ex) {
			throw ErrorTranslation.ofSavepoint(database.alias(), ex);
		}
	}

	static Savepoint take(Database database, CurrentTransaction transaction) {
		transaction.requireSound();
		return new Savepoint(database, transaction);
	}

	/**
	 * Undo what was done since: rows, hooks, and what writes set in instances. The mark
	 * stays, and a block that a database error had broken since goes on. Django's
	 * {@code savepoint_rollback}.
	 * @throws TransactionManagementException if it was released, or its transaction is
	 * over
	 */
	public void rollback() {
		requireOpen("rolled back to");
		go(() -> this.transaction.rollbackTo(this.mark));
	}

	/**
	 * Forget the mark and keep what was done since. Django's {@code savepoint_commit}.
	 * @throws TransactionManagementException if it was released, or its transaction is
	 * over or broken
	 */
	public void release() {
		requireOpen("released");
		this.transaction.requireSound();
		go(() -> this.transaction.release(this.mark));
		this.released = true;
	}

	private void go(Runnable there) {
		try {
			there.run();
		}
		catch (TransactionException ex) {
			throw ErrorTranslation.ofSavepoint(this.database.alias(), ex);
		}
	}

	private void requireOpen(String what) {
		if (this.released || CurrentTransaction.find(this.database) != this.transaction) {
			throw new TransactionManagementException("""
					The savepoint cannot be %s: %s.
					  hint: use it in the block it was taken in, and release it once""".formatted(what,
					this.released ? "it was released before" : "its transaction is over"));
		}
	}

}
