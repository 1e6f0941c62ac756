package dev.orm.migration.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Finds out whether sessions of the server are shared with others: a pooler between here
 * and the server may give a connection another session with each transaction. Locks of a
 * session are worth nothing then.
 */
public final class TransactionPooler {

	private TransactionPooler() {
	}

	/**
	 * Look whether a transaction of one connection takes the session of another one.
	 * @param one a connection that commits by itself
	 * @param other another one that commits by itself
	 * @return true if sessions are shared; false if each connection keeps its own
	 * @throws SQLException if the server does not answer
	 */
	public static boolean isBetween(Connection one, Connection other) throws SQLException {
		long session = session(one);
		other.setAutoCommit(false);
		try {
			return session(other) == session || session(one) != session;
		}
		finally {
			other.rollback();
			other.setAutoCommit(true);
		}
	}

	private static long session(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
			row.next();
			return row.getLong(1);
		}
	}

}
