package dev.orm.execute;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The connection of a transaction that has ended, while Spring still holds it and calls
 * hooks and listeners. Until it is closed the thread has the same connection in
 * autocommit, so that they may query, write and open transactions of their own without a
 * second connection, and nothing they write is lost. Used by one thread.
 */
public final class EndedTransaction implements AutoCloseable {

	private final DataSource dataSource;

	private final ConnectionHolder ended;

	private final boolean wasAutoCommit;

	private final boolean wasActive = TransactionSynchronizationManager.isActualTransactionActive();

	private EndedTransaction(DataSource dataSource, ConnectionHolder ended) {
		this.dataSource = dataSource;
		this.ended = ended;
		this.wasAutoCommit = switchAutoCommit(true);
		TransactionSynchronizationManager.unbindResource(dataSource);
		TransactionSynchronizationManager.bindResource(dataSource, new ConnectionHolder(ended.getConnection()));
	}

	/**
	 * Use the connection again.
	 * @param dataSource the database
	 * @param ended the connection, bound to the thread
	 * @return to be closed
	 */
	static EndedTransaction reuse(DataSource dataSource, ConnectionHolder ended) {
		return new EndedTransaction(dataSource, ended);
	}

	/**
	 * Find the connection of an ended transaction, as a listener of
	 * {@code @TransactionalEventListener} meets it.
	 * @param database the database, without an open transaction
	 * @return to be closed; null if the thread has none
	 */
	public static @Nullable EndedTransaction find(Database database) {
		ConnectionHolder bound = ThreadTransaction.bound(database);
		return (bound != null && ThreadTransaction.isHeldBy(database, bound)) ? reuse(database.dataSource(), bound)
				: null;
	}

	private boolean switchAutoCommit(boolean wanted) {
		Connection connection = this.ended.getConnection();
		try {
			boolean found = connection.getAutoCommit();
			if (found != wanted) {
				connection.setAutoCommit(wanted);
			}
			return found;
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("Cannot prepare the connection of an ended transaction", ex);
		}
	}

	/** Let Spring finish what it holds. */
	@Override
	public void close() {
		try {
			switchAutoCommit(this.wasAutoCommit);
		}
		finally {
			TransactionSynchronizationManager.unbindResource(this.dataSource);
			TransactionSynchronizationManager.bindResource(this.dataSource, this.ended);
			TransactionSynchronizationManager.setActualTransactionActive(this.wasActive);
		}
	}

}
