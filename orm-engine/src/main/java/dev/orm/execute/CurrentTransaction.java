package dev.orm.execute;

import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;

import dev.orm.error.TransactionManagementException;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the engine remembers of the thread's open transaction on a database: the error
 * that broke it, whether it must roll back, and what to do after its commit. It belongs
 * to the transaction and not to who began it, so that {@code @Transactional} and atomic
 * blocks mix. Used by one thread.
 */
public final class CurrentTransaction implements TransactionSynchronization {

	private final DataSource dataSource;

	private final ConnectionHolder connection;

	private final CommitHooks hooks = new CommitHooks();

	private boolean rollbackNeeded;

	private boolean runsHooksItself = true;

	private boolean committed;

	private @Nullable Throwable failure;

	private CurrentTransaction(DataSource dataSource, ConnectionHolder connection) {
		this.dataSource = dataSource;
		this.connection = connection;
	}

	/**
	 * Return whether the thread has an open transaction.
	 * @param dataSource the database
	 * @return true if it has
	 */
	public static boolean isActive(DataSource dataSource) {
		return holder(dataSource) != null;
	}

	/**
	 * Return what is remembered of the open transaction.
	 * @param dataSource the database
	 * @return the transaction; null if there is none or nothing to remember
	 */
	public static @Nullable CurrentTransaction find(DataSource dataSource) {
		Object holder = TransactionSynchronizationManager.getResource(dataSource);
		return (holder != null) ? (CurrentTransaction) TransactionSynchronizationManager.getResource(holder) : null;
	}

	/**
	 * Return the open transaction, remembered from now on.
	 * @param dataSource the database
	 * @return the transaction
	 * @throws TransactionManagementException if none is open
	 */
	public static CurrentTransaction join(DataSource dataSource) {
		ConnectionHolder holder = holder(dataSource);
		if (holder == null || !TransactionSynchronizationManager.isSynchronizationActive()) {
			throw new TransactionManagementException("No transaction is open on this thread");
		}
		Object found = TransactionSynchronizationManager.getResource(holder);
		if (found != null) {
			return (CurrentTransaction) found;
		}
		CurrentTransaction transaction = new CurrentTransaction(dataSource, holder);
		// keyed by the holder: it stays found while the transaction of another database
		// suspends synchronizations
		TransactionSynchronizationManager.bindResource(holder, transaction);
		TransactionSynchronizationManager.registerSynchronization(transaction);
		return transaction;
	}

	private static @Nullable ConnectionHolder holder(DataSource dataSource) {
		Object holder = TransactionSynchronizationManager.getResource(dataSource);
		return (holder instanceof ConnectionHolder found && isTransaction(found)) ? found : null;
	}

	/**
	 * Spring keeps a connection in autocommit for the thread, too: that of a method that
	 * runs without a transaction, or inside the transaction of another database.
	 */
	private static boolean isTransaction(ConnectionHolder holder) {
		try {
			return holder.getConnectionHandle() != null && !holder.getConnection().getAutoCommit();
		}
		catch (SQLException ex) {
			// a lost connection does not say; what was open on it still has to roll back
			return holder.isSynchronizedWithTransaction();
		}
	}

	/**
	 * Refuse to go on in a broken transaction.
	 * @param dataSource the database
	 * @throws TransactionManagementException if the open transaction must roll back; its
	 * cause is what broke it
	 */
	static void check(DataSource dataSource) {
		CurrentTransaction transaction = find(dataSource);
		if (transaction != null && transaction.rollbackNeeded) {
			throw new TransactionManagementException("""
					An error occurred in the current transaction. You can't execute queries until the end of the \
					atomic block.
					  hint: put what may fail into an atomic block of its own; its savepoint is rolled back alone""",
					transaction.failure);
		}
	}

	/**
	 * Remember an error after which the server refuses every statement.
	 * @param dataSource the database
	 * @param error the error
	 */
	static void breakBy(DataSource dataSource, Throwable error) {
		if (isActive(dataSource) && TransactionSynchronizationManager.isSynchronizationActive()) {
			join(dataSource).requireRollback(error);
		}
	}

	/**
	 * Let nothing but a rollback, of a savepoint or of the whole, end what is open.
	 * @param error what was wrong; null if the caller wants it so
	 */
	public void requireRollback(@Nullable Throwable error) {
		if (!this.rollbackNeeded) {
			this.failure = error;
		}
		this.rollbackNeeded = true;
	}

	/**
	 * Forget that a rollback is needed: a savepoint was rolled back by hand.
	 */
	public void clearRollback() {
		this.rollbackNeeded = false;
		this.failure = null;
	}

	/**
	 * Return whether only a rollback may follow.
	 * @return true if so
	 */
	public boolean isRollbackNeeded() {
		return this.rollbackNeeded;
	}

	/**
	 * Do something after the commit, unless a savepoint taken before this call rolls
	 * back.
	 * @param hook what to do
	 * @param robust whether its failure is logged rather than raised
	 */
	public void onCommit(Runnable hook, boolean robust) {
		this.hooks.add(hook, robust);
		if (this.committed) {
			// registered by someone else's work after the commit
			runHooks();
		}
	}

	/**
	 * Leave the hooks to the caller, who takes them by {@link #takeHooks()} and runs them
	 * once the connection is back.
	 */
	public void leaveHooks() {
		this.runsHooksItself = false;
	}

	/**
	 * Take the hooks.
	 * @return what to run after the commit
	 */
	public Runnable takeHooks() {
		return this.hooks.take();
	}

	/**
	 * Return whether Spring tells this transaction of savepoints: false while the
	 * transaction of another database is open inside it.
	 * @return true if it is the innermost
	 */
	public boolean isInnermost() {
		return TransactionSynchronizationManager.isSynchronizationActive()
				&& TransactionSynchronizationManager.getSynchronizations().contains(this);
	}

	/**
	 * Take a savepoint that Spring does not know of.
	 * @return the savepoint
	 * @throws CannotCreateTransactionException if the database refuses
	 */
	public Savepoint createSavepoint() {
		try {
			Savepoint savepoint = this.connection.createSavepoint();
			savepoint(savepoint);
			return savepoint;
		}
		catch (SQLException ex) {
			throw new CannotCreateTransactionException("Cannot take a savepoint", ex);
		}
	}

	/**
	 * Undo what was done since a savepoint.
	 * @param savepoint the savepoint
	 * @throws TransactionSystemException if the database refuses
	 */
	public void rollbackTo(Savepoint savepoint) {
		try {
			savepointRollback(savepoint);
			this.connection.getConnection().rollback(savepoint);
		}
		catch (SQLException ex) {
			throw new TransactionSystemException("Cannot roll back to a savepoint", ex);
		}
	}

	/**
	 * Forget a savepoint and keep what was done since.
	 * @param savepoint the savepoint
	 * @throws TransactionSystemException if the database refuses
	 */
	public void release(Savepoint savepoint) {
		try {
			this.connection.getConnection().releaseSavepoint(savepoint);
		}
		catch (SQLException ex) {
			throw new TransactionSystemException("Cannot release a savepoint", ex);
		}
	}

	/**
	 * Run a hook whose failure is logged rather than raised.
	 * @param hook what to do
	 */
	public static void runRobustly(Runnable hook) {
		CommitHooks.runRobustly(hook);
	}

	@Override
	public void savepoint(Object savepoint) {
		this.hooks.mark(savepoint);
	}

	@Override
	public void savepointRollback(Object savepoint) {
		clearRollback();
		this.hooks.discardAfter(savepoint);
	}

	/**
	 * Keep whoever began the transaction, such as a {@code @Transactional} method, from
	 * committing a broken one.
	 */
	@Override
	public void beforeCommit(boolean readOnly) {
		if (!this.rollbackNeeded) {
			return;
		}
		if (this.failure == null) {
			throw new UnexpectedRollbackException("Transaction rolled back because setRollbackOnly() was called in it");
		}
		throw new TransactionManagementException("Transaction rolled back because an error in it was caught and it went"
				+ " on\n  hint: put what may fail into an atomic block of its own", this.failure);
	}

	@Override
	public void afterCommit() {
		if (this.runsHooksItself) {
			this.committed = true;
			runHooks();
		}
	}

	private void runHooks() {
		if (!this.hooks.isEmpty()) {
			new AfterCommitScope(this.dataSource, this.connection).run(takeHooks());
		}
	}

	@Override
	public void afterCompletion(int status) {
		TransactionSynchronizationManager.unbindResourceIfPossible(this.connection);
	}

}
