package dev.orm.transaction;

import dev.orm.execute.CurrentTransaction;
import dev.orm.execute.Database;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** A block inside a transaction: a savepoint, or only a part of the enclosing block. */
final class InnerBlock implements Block {

	private final PlatformTransactionManager manager;

	private final CurrentTransaction transaction;

	private final @Nullable TransactionStatus savepoint;

	private InnerBlock(PlatformTransactionManager manager, CurrentTransaction transaction,
			@Nullable TransactionStatus savepoint) {
		this.manager = manager;
		this.transaction = transaction;
		this.savepoint = savepoint;
	}

	static Block begin(Database database, AtomicOptions options) {
		CurrentTransaction transaction = CurrentTransaction.join(database.dataSource());
		PlatformTransactionManager manager = database.transactionManager();
		// a broken transaction takes no savepoint; the block's statements will say why
		boolean nested = options.savepoint() && !transaction.isRollbackNeeded();
		TransactionStatus savepoint = nested ? manager.getTransaction(nested()) : null;
		return new InnerBlock(manager, transaction, savepoint);
	}

	private static TransactionDefinition nested() {
		return new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);
	}

	@Override
	public void end() {
		if (this.savepoint == null) {
			return;
		}
		if (this.transaction.isRollbackNeeded()) {
			rollback(this.savepoint);
		}
		else {
			release(this.savepoint);
		}
	}

	private void release(TransactionStatus held) {
		try {
			this.manager.commit(held);
		}
		catch (RuntimeException ex) {
			this.transaction.requireRollback(ex);
			throw ex;
		}
	}

	private void rollback(TransactionStatus held) {
		try {
			this.manager.rollback(held);
		}
		catch (RuntimeException ex) {
			// the savepoint is gone with the connection: nothing but a rollback of the whole is left
			this.transaction.requireRollback(ex);
			throw ex;
		}
	}

	@Override
	public void fail(Throwable cause) {
		if (this.savepoint == null) {
			this.transaction.requireRollback(cause);
			return;
		}
		try {
			rollback(this.savepoint);
		}
		catch (RuntimeException ex) {
			cause.addSuppressed(ex);
		}
	}

}
