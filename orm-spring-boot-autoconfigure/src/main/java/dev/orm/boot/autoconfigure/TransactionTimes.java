package dev.orm.boot.autoconfigure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.orm.error.TransactionOutcomeUnknownException;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.observe.TransactionListener;
import dev.orm.observe.TransactionListener.Outcome;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Times the transactions of each database, whoever begins them, by Spring's own
 * listeners.
 */
final class TransactionTimes implements SmartInitializingSingleton {

	private final Databases databases;

	private final TransactionListener listener;

	TransactionTimes(Databases databases, TransactionListener listener) {
		this.databases = databases;
		this.listener = listener;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.databases.all().forEach(this::listen);
	}

	private void listen(Database database) {
		if (database.transactionManager() instanceof ConfigurableTransactionManager manager) {
			manager.addListener(new Clock(database.alias(), this.listener));
		}
	}

	/** Thread-safe; a transaction is known by its identity. */
	private record Clock(String database, TransactionListener listener,
			Map<TransactionExecution, Long> open) implements TransactionExecutionListener {

		Clock(String database, TransactionListener listener) {
			this(database, listener, new ConcurrentHashMap<>());
		}

		@Override
		public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
			if (failure == null && !transaction.isNested()) {
				this.open.put(transaction, System.nanoTime());
			}
		}

		@Override
		public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
			end(transaction, (failure == null) ? Outcome.COMMIT
					: (failure instanceof TransactionOutcomeUnknownException) ? Outcome.UNKNOWN : Outcome.ROLLBACK);
		}

		@Override
		public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
			end(transaction, Outcome.ROLLBACK);
		}

		private void end(TransactionExecution transaction, Outcome outcome) {
			Long begun = this.open.remove(transaction);
			if (begun != null) {
				this.listener.onEnd(this.database, outcome, transaction.isReadOnly(), System.nanoTime() - begun);
			}
		}

	}

}
