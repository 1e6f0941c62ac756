package dev.orm.boot.transaction;

import dev.orm.boot.databases.OnlyConnectionPool;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The connection of a pool that has no other. A thread that holds it, and wants it again,
 * hears so instead of waiting for itself. Bound to threads as Spring's resources are, and
 * so known also while the outer transaction is suspended.
 */
final class OnlyConnection implements TransactionExecutionListener {

	private final String alias;

	OnlyConnection(String alias) {
		this.alias = alias;
	}

	@Override
	public void beforeBegin(TransactionExecution transaction) {
		if (transaction.isNewTransaction() && TransactionSynchronizationManager.hasResource(this)) {
			throw new CannotCreateTransactionException(OnlyConnectionPool.refusal(this.alias));
		}
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
		if (transaction.isNewTransaction() && failure == null) {
			TransactionSynchronizationManager.bindResource(this, this);
		}
	}

	@Override
	public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
		end(transaction);
	}

	@Override
	public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
		end(transaction);
	}

	/** Savepoints begin and end on the same connection. */
	private void end(TransactionExecution transaction) {
		if (transaction.isNewTransaction()) {
			TransactionSynchronizationManager.unbindResourceIfPossible(this);
		}
	}

}
