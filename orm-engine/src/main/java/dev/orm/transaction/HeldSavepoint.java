package dev.orm.transaction;

import java.sql.Savepoint;

import dev.orm.execute.CurrentTransaction;

import org.springframework.transaction.NestedTransactionNotSupportedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** The savepoint of an inner block. Used by one thread. */
interface HeldSavepoint {

	/**
	 * Keep what was done since.
	 */
	void release();

	/**
	 * Undo what was done since.
	 */
	void rollback();

	/**
	 * Take a savepoint: Spring's, so that other synchronizations hear of it, unless
	 * Spring would tell those of another database, or its manager has none.
	 * @param manager the transaction manager
	 * @param transaction the open transaction
	 * @return the savepoint
	 */
	static HeldSavepoint take(PlatformTransactionManager manager, CurrentTransaction transaction) {
		if (transaction.isInnermost()) {
			try {
				return new OfSpring(manager, manager
					.getTransaction(new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED)));
			}
			catch (NestedTransactionNotSupportedException ex) {
				// that of JPA knows none; its transaction is of the connection too
			}
		}
		return new OfConnection(transaction, transaction.createSavepoint());
	}

	/** A nested transaction of Spring's. */
	record OfSpring(PlatformTransactionManager manager, TransactionStatus status) implements HeldSavepoint {

		@Override
		public void release() {
			this.manager.commit(this.status);
		}

		@Override
		public void rollback() {
			this.manager.rollback(this.status);
		}

	}

	/** A savepoint of the connection. */
	record OfConnection(CurrentTransaction transaction, Savepoint savepoint) implements HeldSavepoint {

		@Override
		public void release() {
			this.transaction.release(this.savepoint);
		}

		@Override
		public void rollback() {
			this.transaction.rollbackTo(this.savepoint);
		}

	}

}
