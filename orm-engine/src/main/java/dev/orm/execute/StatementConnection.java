package dev.orm.execute;

import java.sql.Connection;
import java.sql.SQLException;

import dev.orm.error.OrmException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionException;

/**
 * The connection of one statement: that of the thread's transaction, or one on which the
 * statement is committed by itself, also where the pool has auto-commit off. Used by one
 * thread.
 */
final class StatementConnection {

	private final Database database;

	private final @Nullable CurrentTransaction transaction;

	private @Nullable Connection connection;

	/** Whether what the statement does waits for a commit of ours. */
	private boolean awaitsCommit;

	StatementConnection(Database database) {
		this.database = database;
		this.transaction = CurrentTransaction.enter(database);
	}

	/**
	 * Do the work. Outside of a transaction it is done again if the server only refused a
	 * plan that is older than its tables.
	 */
	<R extends @Nullable Object> R attempt(ConnectionWork<R> work, Execution execution) throws SQLException {
		try {
			return work.run(open(), execution);
		}
		catch (SQLException ex) {
			if (this.transaction != null) {
				throw ex;
			}
			return StalePlan.heal(ex, () -> {
				renew(ex);
				return work.run(open(), execution);
			});
		}
	}

	private Connection open() throws SQLException {
		if (this.connection != null) {
			return this.connection;
		}
		Connection opened = DataSourceUtils.getConnection(this.database.dataSource());
		this.connection = opened;
		// before the statement: one that commits by itself is stored, whatever the driver
		// says afterwards
		this.awaitsCommit = this.transaction == null && !opened.getAutoCommit();
		return opened;
	}

	/** End what the failed statement began; the pool may have closed the connection. */
	private void renew(SQLException cause) throws SQLException {
		if (this.connection != null && this.connection.isClosed()) {
			release();
			this.connection = null;
		}
		rollback(cause);
	}

	/** Keep what the statement did, unless a transaction decides. */
	void commit() throws SQLException {
		Connection opened = this.connection;
		if (opened != null && this.awaitsCommit) {
			opened.commit();
		}
	}

	/** Return whether what the statement did was stored once the server had run it. */
	boolean isStored() {
		return this.transaction == null && !this.awaitsCommit;
	}

	/**
	 * End what the failed statement began, unless a transaction decides.
	 */
	void rollback(Throwable cause) {
		Connection opened = this.connection;
		try {
			if (opened != null && this.awaitsCommit) {
				opened.rollback();
			}
		}
		catch (SQLException ex) {
			cause.addSuppressed(ex);
			abandon(cause);
		}
	}

	/** Let the transaction, if one is open, end by a rollback only. */
	void breakBy(Throwable cause) {
		if (this.transaction != null) {
			this.transaction.requireRollback(cause);
		}
	}

	/**
	 * End what the failed statement began. A connection that the driver may have left out
	 * of step with the server, as after an exception that is not an {@link SQLException},
	 * is handed on to nobody.
	 */
	void rollbackOrAbandon(Throwable cause) {
		if (isInStep(cause)) {
			rollback(cause);
		}
		else {
			abandon(cause);
		}
	}

	/**
	 * Return whether an error is none of the driver's own, so that the connection is as
	 * the server knows it: one of the engine's, a translated one, or a missed deadline.
	 */
	static boolean isInStep(Throwable error) {
		return error instanceof OrmException || error instanceof DataAccessException
				|| error instanceof TransactionException;
	}

	private void abandon(Throwable cause) {
		if (this.connection != null) {
			breakBy(cause);
			abort(this.connection, cause);
		}
	}

	/**
	 * Close a connection below the pool, which then finds it dead and gives it up.
	 */
	static void abort(Connection connection, Throwable cause) {
		try {
			connection.abort(Runnable::run);
		}
		catch (SQLException ex) {
			cause.addSuppressed(ex);
		}
	}

	void release() {
		DataSourceUtils.releaseConnection(this.connection, this.database.dataSource());
	}

}
