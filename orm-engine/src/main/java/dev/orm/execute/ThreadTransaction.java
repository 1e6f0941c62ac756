package dev.orm.execute;

import java.sql.SQLException;
import java.sql.Savepoint;

import dev.orm.execute.failure.DeadConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the connection of the thread's open transaction from others that Spring keeps for
 * the thread: that of a method without a transaction, that of a transaction of another
 * database, and that of a transaction which has ended while its listeners still run. A
 * pool with auto-commit off makes all of them look alike.
 */
final class ThreadTransaction {

	private static final TransactionDefinition EXISTING = existing();

	private ThreadTransaction() {
	}

	private static TransactionDefinition existing() {
		DefaultTransactionDefinition definition = new DefaultTransactionDefinition(
				TransactionDefinition.PROPAGATION_MANDATORY);
		// a manager that validates refuses a writer inside a reader, but no reader
		definition.setReadOnly(true);
		return definition;
	}

	/**
	 * Return the connection of the open transaction, seen for the first time.
	 */
	static boolean isOpen(Database database, ConnectionHolder bound) {
		return isHeldBy(database, bound) && !isEnding(bound);
	}

	/**
	 * Return whether the transaction manager holds the connection, of a transaction that
	 * is open or was until now.
	 */
	static boolean isHeldBy(Database database, ConnectionHolder bound) {
		if (bound instanceof CursorHolder || bound.getConnectionHandle() == null) {
			return false;
		}
		if (!bound.isSynchronizedWithTransaction()) {
			// of JPA, whose manager does not say so; or none's, and not to be asked
			return isKnownTo(database.transactionManager());
		}
		try {
			if (bound.getConnection().getAutoCommit()) {
				return false;
			}
		}
		catch (SQLException ex) {
			// a lost connection does not say; what was open on it still has to roll back
			return bound.isSynchronizedWithTransaction();
		}
		return isKnownTo(database.transactionManager());
	}

	private static boolean isKnownTo(PlatformTransactionManager manager) {
		boolean silent = !TransactionSynchronizationManager.isSynchronizationActive();
		String name = TransactionSynchronizationManager.getCurrentTransactionName();
		boolean readOnly = TransactionSynchronizationManager.isCurrentTransactionReadOnly();
		Integer isolation = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
		try {
			return !manager.getTransaction(EXISTING).isNewTransaction();
		}
		catch (IllegalTransactionStateException ex) {
			return false;
		}
		finally {
			if (silent && TransactionSynchronizationManager.isSynchronizationActive()) {
				// asking began to synchronize
				TransactionSynchronizationManager.clearSynchronization();
				TransactionSynchronizationManager.setCurrentTransactionName(name);
				TransactionSynchronizationManager.setCurrentTransactionReadOnly(readOnly);
				TransactionSynchronizationManager.setCurrentTransactionIsolationLevel(isolation);
			}
		}
	}

	/**
	 * Spring calls what waits for the completion without synchronizations, and with the
	 * connection still bound.
	 */
	private static boolean isEnding(ConnectionHolder bound) {
		return !TransactionSynchronizationManager.isSynchronizationActive()
				&& TransactionSynchronizationManager.isActualTransactionActive() && isAt(bound, TransactionState.IDLE);
	}

	/**
	 * Return whether the server is known to be in a state.
	 */
	static boolean isAt(ConnectionHolder bound, TransactionState state) {
		try {
			return bound.getConnection().unwrap(BaseConnection.class).getTransactionState() == state;
		}
		catch (SQLException ex) {
			// neither the driver's connection nor a wrapper of one
			return false;
		}
	}

	/**
	 * Close a connection below its pool if neither a commit nor a rollback came through
	 * to the server, as where a pooler mixed up what the driver had prepared: the pool
	 * would hand on what is open, or aborted, to others.
	 */
	static void completed(ConnectionHolder bound, int status) {
		boolean unended = status == TransactionSynchronization.STATUS_UNKNOWN
				&& (isAt(bound, TransactionState.OPEN) || isAt(bound, TransactionState.FAILED));
		if (unended) {
			DeadConnection.abort(bound.getConnection(), new TransactionSystemException("Not ended"));
		}
	}

	/**
	 * Return whether synchronizations registered now would hear of this transaction and
	 * not of another database's, which suspends them.
	 */
	static boolean isHeard(Database database) {
		return TransactionSynchronizationManager.isSynchronizationActive()
				&& TransactionSynchronizationManager.getSynchronizations()
					.stream()
					.noneMatch((other) -> other instanceof CurrentTransaction transaction
							&& !transaction.isOf(database.dataSource()));
	}

	/** Return whether the thread has a connection already, in a transaction or not. */
	static boolean hasConnection(Database database) {
		ConnectionHolder bound = bound(database);
		return bound != null && bound.getConnectionHandle() != null;
	}

	/** Return whether the connection of the open transaction only reads. */
	static boolean isReadOnly(Database database) {
		ConnectionHolder bound = bound(database);
		try {
			return bound != null && bound.getConnectionHandle() != null && bound.getConnection().isReadOnly();
		}
		catch (SQLException ex) {
			// it is lost, which the next statement says better
			return false;
		}
	}

	static @Nullable ConnectionHolder bound(Database database) {
		return (TransactionSynchronizationManager.getResource(database.dataSource()) instanceof ConnectionHolder holder)
				? holder : null;
	}

	static Savepoint takeSavepoint(ConnectionHolder connection) {
		try {
			return connection.createSavepoint();
		}
		catch (SQLException ex) {
			throw new CannotCreateTransactionException("Cannot take a savepoint", ex);
		}
	}

	static void rollbackTo(ConnectionHolder connection, Savepoint savepoint) {
		try {
			connection.getConnection().rollback(savepoint);
		}
		catch (SQLException ex) {
			throw new TransactionSystemException("Cannot roll back to a savepoint", ex);
		}
	}

	static void release(ConnectionHolder connection, Savepoint savepoint) {
		try {
			connection.getConnection().releaseSavepoint(savepoint);
		}
		catch (SQLException ex) {
			throw new TransactionSystemException("Cannot release a savepoint", ex);
		}
	}

}
