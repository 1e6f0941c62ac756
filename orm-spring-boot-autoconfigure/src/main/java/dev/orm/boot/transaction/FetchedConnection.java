package dev.orm.boot.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A pool of one connection behind a data source that fetches it at the first statement of
 * a transaction. A thread whose transaction holds it, and which wants it again, hears so
 * instead of waiting for itself. What a thread holds is bound to it as Spring's resources
 * are, and so known also while the outer transaction is suspended.
 */
final class FetchedConnection extends DelegatingDataSource implements TransactionExecutionListener {

	/** SQLState of a server with too many connections. */
	private static final String TOO_MANY = "53300";

	private final String alias;

	FetchedConnection(String alias, DataSource pool) {
		super(pool);
		this.alias = alias;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Held held = held();
		if (held != null && held.fetched > 0) {
			throw new SQLNonTransientConnectionException(OnlyConnection.message(this.alias), TOO_MANY);
		}
		Connection connection = super.getConnection();
		if (held != null && TransactionSynchronizationManager.isActualTransactionActive()) {
			held.fetched = held.begun;
		}
		return connection;
	}

	private @Nullable Held held() {
		return (Held) TransactionSynchronizationManager.getResource(this);
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
		if (!transaction.isNewTransaction() || failure != null) {
			return;
		}
		Held held = held();
		if (held == null) {
			held = new Held();
			TransactionSynchronizationManager.bindResource(this, held);
		}
		held.begun++;
	}

	@Override
	public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
		end(transaction);
	}

	@Override
	public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
		end(transaction);
	}

	private void end(TransactionExecution transaction) {
		Held held = held();
		if (held == null || !transaction.isNewTransaction()) {
			return;
		}
		if (held.fetched == held.begun) {
			held.fetched = 0;
		}
		if (--held.begun == 0) {
			TransactionSynchronizationManager.unbindResource(this);
		}
	}

	/** What a thread has. */
	private static final class Held {

		/** How many transactions are open, the outer ones suspended. */
		private int begun;

		/** Which of them has the connection, from 1; 0 for none. */
		private int fetched;

	}

}
