package dev.orm.transaction;

import dev.orm.execute.CurrentTransaction;
import dev.orm.execute.Database;
import org.jspecify.annotations.Nullable;

/** A block inside a transaction: a savepoint, or only a part of the enclosing block. */
final class InnerBlock implements Block {

	private final CurrentTransaction transaction;

	private final @Nullable HeldSavepoint savepoint;

	private InnerBlock(CurrentTransaction transaction, @Nullable HeldSavepoint savepoint) {
		this.transaction = transaction;
		this.savepoint = savepoint;
	}

	static Block begin(Database database, CurrentTransaction transaction, AtomicOptions options) {
		// a broken transaction takes no savepoint; the block's statements will say why
		transaction.nesting().enter();
		boolean nested = options.savepoint() && !transaction.isRollbackNeeded();
		return new InnerBlock(transaction,
				nested ? HeldSavepoint.take(database.transactionManager(), transaction) : null);
	}

	@Override
	public void end() {
		this.transaction.nesting().leave();
		RuntimeException aborted = this.transaction.abortion();
		if (this.savepoint == null) {
			// the enclosing block answers for what it caught; it may roll back itself
			return;
		}
		run(this.transaction.isRollbackNeeded() ? this.savepoint::rollback : this.savepoint::release);
		if (aborted != null) {
			throw aborted;
		}
	}

	@Override
	public void fail(Throwable cause) {
		this.transaction.nesting().leave();
		if (this.savepoint == null) {
			this.transaction.requireRollback(cause);
			return;
		}
		try {
			run(this.savepoint::rollback);
		}
		catch (RuntimeException ex) {
			cause.addSuppressed(ex);
		}
	}

	@Override
	public boolean isUndone() {
		return false;
	}

	private void run(Runnable ending) {
		try {
			ending.run();
		}
		catch (RuntimeException ex) {
			// the savepoint is gone, usually with the connection: only a rollback of the
			// whole is left
			this.transaction.requireRollback(ex);
			throw ex;
		}
	}

}
