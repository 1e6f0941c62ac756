package dev.orm.execute;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs on-commit hooks while Spring still holds the connection of the committed
 * transaction. For the time of the hooks the thread has the same connection in
 * autocommit, so that a hook may query, write and open transactions of its own without a
 * second connection, and nothing it writes is lost. Used by one thread.
 */
final class AfterCommitScope {

	private final DataSource dataSource;

	private final ConnectionHolder committed;

	AfterCommitScope(DataSource dataSource, ConnectionHolder committed) {
		this.dataSource = dataSource;
		this.committed = committed;
	}

	void run(Runnable hooks) {
		Connection connection = this.committed.getConnection();
		TransactionSynchronizationManager.unbindResource(this.dataSource);
		TransactionSynchronizationManager.bindResource(this.dataSource, new ConnectionHolder(connection));
		try {
			runInAutoCommit(connection, hooks);
		}
		finally {
			TransactionSynchronizationManager.unbindResource(this.dataSource);
			TransactionSynchronizationManager.bindResource(this.dataSource, this.committed);
		}
	}

	private static void runInAutoCommit(Connection connection, Runnable hooks) {
		boolean before = switchAutoCommit(connection, true);
		try {
			hooks.run();
		}
		finally {
			switchAutoCommit(connection, before);
		}
	}

	private static boolean switchAutoCommit(Connection connection, boolean wanted) {
		try {
			boolean found = connection.getAutoCommit();
			if (found != wanted) {
				connection.setAutoCommit(wanted);
			}
			return found;
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("Cannot prepare the connection for on-commit hooks", ex);
		}
	}

}
