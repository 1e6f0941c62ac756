package dev.orm.execute;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The connection of a cursor: the open transaction's, or one of its own with autocommit
 * off, without which the driver would read all rows at once. Used by one thread at a
 * time.
 */
final class CursorConnection {

	private final Database database;

	private final ErrorTranslation errors;

	private final @Nullable CurrentTransaction transaction;

	private @Nullable Connection own;

	private boolean autoCommit;

	CursorConnection(Database database, ErrorTranslation errors) {
		this.database = database;
		this.errors = errors;
		this.transaction = CurrentTransaction.enter(database);
	}

	DataSource dataSource() {
		return this.database.dataSource();
	}

	boolean joins() {
		return this.transaction != null;
	}

	Connection open() throws SQLException {
		if (this.transaction != null) {
			return DataSourceUtils.getConnection(dataSource());
		}
		Connection connection = dataSource().getConnection();
		this.own = connection;
		try {
			connection.setReadOnly(true);
			this.autoCommit = connection.getAutoCommit();
			connection.setAutoCommit(false);
			return connection;
		}
		catch (SQLException | RuntimeException | Error ex) {
			this.own = null;
			try (connection) {
				StatementConnection.abort(connection, ex);
			}
			throw ex;
		}
	}

	/**
	 * Run other statements of this thread on the cursor's own connection, inside its
	 * read-only transaction; on the thread's if they are in one transaction anyway.
	 */
	void within(Runnable reads) {
		if (this.own == null) {
			reads.run();
			return;
		}
		Object outer = TransactionSynchronizationManager.unbindResourceIfPossible(dataSource());
		TransactionSynchronizationManager.bindResource(dataSource(), new CursorHolder(this.own));
		try {
			reads.run();
		}
		finally {
			TransactionSynchronizationManager.unbindResource(dataSource());
			if (outer != null) {
				TransactionSynchronizationManager.bindResource(dataSource(), outer);
			}
		}
	}

	void close(Connection connection) throws SQLException {
		if (this.own == null) {
			DataSourceUtils.releaseConnection(connection, dataSource());
			return;
		}
		this.own = null;
		try (connection) {
			if (!connection.isClosed()) {
				clean(connection);
			}
		}
	}

	private void clean(Connection connection) throws SQLException {
		try {
			// nothing was written: rollback and commit end it alike, and rollback also
			// ends a failed one
			connection.rollback();
			connection.setAutoCommit(this.autoCommit);
			connection.setReadOnly(false);
		}
		catch (SQLException | RuntimeException | Error ex) {
			StatementConnection.abort(connection, ex);
			throw ex;
		}
	}

	/** Let nobody have the connection after this one. */
	void abandon(Connection connection, Throwable cause) {
		if (this.transaction != null) {
			this.transaction.requireRollback(cause);
		}
		StatementConnection.abort(connection, cause);
	}

	DataAccessException translate(String sql, SQLException error) {
		DataAccessException translated = this.errors.translate(sql, error);
		if (this.transaction != null && this.errors.breaksTransaction(error)) {
			this.transaction.requireRollback(translated);
		}
		return translated;
	}

}
