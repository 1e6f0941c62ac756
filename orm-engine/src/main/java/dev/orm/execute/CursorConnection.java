package dev.orm.execute;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import dev.orm.cluster.Reading;
import dev.orm.execute.failure.DeadConnection;
import dev.orm.execute.failure.ErrorTranslation;
import dev.orm.execute.settings.SettingsStatement;
import dev.orm.observe.Destination;
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

	private final boolean joins;

	/** The server the cursor stays on; null for the only one. */
	private @Nullable Reading reading;

	private @Nullable Reading next;

	private final SettingsStatement settings;

	private @Nullable Connection own;

	private boolean autoCommit;

	private boolean readOnly;

	CursorConnection(Database database, StatementCall call, ErrorTranslation errors, SettingsStatement settings) {
		this.settings = settings;
		this.database = database;
		this.errors = errors;
		this.transaction = CurrentTransaction.enter(database);
		this.reading = Databases.reading(database, call, this.transaction);
		this.joins = this.transaction != null && this.reading == null;
	}

	DataSource dataSource() {
		return this.database.dataSource();
	}

	boolean joins() {
		return this.joins;
	}

	Destination destination(Connection connection) {
		return (this.reading != null) ? this.reading.destination() : Served.destination(this.database, connection);
	}

	/** Go elsewhere after an error before the first row; false if there is nowhere. */
	boolean goesElsewhere(SQLException error) {
		Reading other = (this.reading != null) ? this.reading.elsewhere(error) : null;
		this.next = other;
		return other != null;
	}

	Connection open() throws SQLException {
		if (this.joins) {
			Connection joined = DataSourceUtils.getConnection(dataSource());
			this.settings.run(joined);
			return joined;
		}
		if (this.next != null) {
			this.reading = this.next;
			this.next = null;
		}
		Connection connection = (this.reading != null) ? this.reading.open() : dataSource().getConnection();
		this.own = connection;
		try {
			this.readOnly = connection.isReadOnly();
			connection.setReadOnly(true);
			this.autoCommit = connection.getAutoCommit();
			connection.setAutoCommit(false);
			this.settings.run(connection);
			return connection;
		}
		catch (SQLException | RuntimeException | Error ex) {
			this.own = null;
			try (connection) {
				DeadConnection.abort(connection, ex);
			}
			if (this.reading != null) {
				this.reading.gaveBack();
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
		TransactionSynchronizationManager.bindResource(dataSource(), new CursorHolder(this.own, destination(this.own)));
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
		finally {
			if (this.reading != null) {
				this.reading.end();
			}
		}
	}

	private void clean(Connection connection) throws SQLException {
		try {
			// nothing was written: rollback and commit end it alike, and rollback also
			// ends a failed one
			connection.rollback();
			connection.setAutoCommit(this.autoCommit);
			connection.setReadOnly(this.readOnly);
		}
		catch (SQLException | RuntimeException | Error ex) {
			DeadConnection.abort(connection, ex);
			throw ex;
		}
	}

	/** Let nobody have the connection after this one. */
	void abandon(Connection connection, Throwable cause) {
		if (this.transaction != null && this.joins) {
			this.transaction.requireRollback(cause);
		}
		DeadConnection.abort(connection, cause);
	}

	DataAccessException translate(String sql, SQLException error) {
		DataAccessException translated = this.errors.of(this.database.alias(), sql, error);
		if (this.reading != null) {
			this.reading.failed(error);
		}
		if (this.transaction != null && this.joins && this.errors.breaksTransaction(error)) {
			this.transaction.requireRollback(translated);
		}
		return translated;
	}

}
