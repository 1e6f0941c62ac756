package dev.orm.transaction;

import dev.orm.execute.CurrentTransaction;
import dev.orm.execute.Database;
import dev.orm.execute.failure.ErrorTranslation;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionException;

/** A block inside a transaction: a savepoint, or only a part of the enclosing block. */
final class InnerBlock implements Block {

	private final String alias;

	private final CurrentTransaction transaction;

	private final @Nullable HeldSavepoint savepoint;

	/** What the block around is called. */
	private final @Nullable String around;

	private InnerBlock(String alias, CurrentTransaction transaction, @Nullable HeldSavepoint savepoint,
			@Nullable String around) {
		this.alias = alias;
		this.transaction = transaction;
		this.savepoint = savepoint;
		this.around = around;
	}

	static Block begin(Database database, CurrentTransaction transaction, AtomicOptions options) {
		// a broken transaction takes no savepoint; the block's statements will say why
		boolean nested = options.savepoint() && !transaction.isRollbackNeeded();
		HeldSavepoint savepoint = nested ? take(database, transaction) : null;
		transaction.nesting().enter(options.readOnly());
		InnerBlock block = new InnerBlock(database.alias(), transaction, savepoint, transaction.nesting().name());
		transaction.nesting().call(options.name());
		return block;
	}

	private static HeldSavepoint take(Database database, CurrentTransaction transaction) {
		try {
			return HeldSavepoint.take(database.transactionManager(), transaction);
		}
		catch (TransactionException ex) {
			transaction.requireRollback(ex);
			throw ErrorTranslation.ofSavepoint(database.alias(), ex);
		}
	}

	private void leave() {
		this.transaction.nesting().leave();
		this.transaction.nesting().callAgain(this.around);
	}

	@Override
	public void end() {
		leave();
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
		leave();
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
			throw ErrorTranslation.ofSavepoint(this.alias, ex);
		}
	}

}
