package dev.orm.execute;

import java.sql.SQLException;
import java.sql.Savepoint;

import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Savepoints of the connection of a transaction, with errors as Spring's. */
final class ConnectionSavepoints {

	private ConnectionSavepoints() {
	}

	static Savepoint take(ConnectionHolder connection) {
		try {
			return connection.createSavepoint();
		}
		catch (SQLException ex) {
			throw new CannotCreateTransactionException("Cannot take a savepoint", ex);
		}
	}

	static void rollback(ConnectionHolder connection, Savepoint savepoint) {
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
