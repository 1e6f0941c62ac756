package dev.orm.execute.settings;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import dev.orm.execute.failure.DeadConnection;
import org.jspecify.annotations.Nullable;

/**
 * Sends settings of the session before a statement, in the same flush: outside of a
 * transaction both run in the one the server makes for them, so that nothing stays on the
 * connection. Values are bound. Where there are no settings, nothing is done.
 *
 * @param setting the text that sets them; empty for none
 * @param values each name, followed by its value
 */
public record SettingsStatement(String setting, List<String> values) {

	/** Nothing goes before. */
	public static final SettingsStatement NONE = new SettingsStatement("", List.of());

	private boolean isEmpty() {
		return this.values.isEmpty();
	}

	/**
	 * Return the text that is sent.
	 * @param sql the statement
	 * @return the statement, behind what sets the settings
	 */
	public String text(String sql) {
		return isEmpty() ? sql : this.setting + "; " + sql;
	}

	/**
	 * Bind the values.
	 * @param statement the statement
	 * @return how many there are
	 * @throws SQLException if the driver refuses
	 */
	public int bind(PreparedStatement statement) throws SQLException {
		for (int i = 0; i < this.values.size(); i++) {
			statement.setString(i + 1, this.values.get(i));
		}
		return this.values.size();
	}

	/**
	 * Run a statement that answers rows.
	 * @param statement the statement
	 * @return its rows
	 * @throws SQLException if the database refuses
	 */
	public ResultSet query(PreparedStatement statement) throws SQLException {
		if (isEmpty()) {
			return statement.executeQuery();
		}
		statement.execute();
		if (!statement.getMoreResults()) {
			throw new SQLException("No results were returned by the query.", "02000");
		}
		return statement.getResultSet();
	}

	/**
	 * Run a statement that answers none.
	 * @param statement the statement
	 * @return how many rows it changed
	 * @throws SQLException if the database refuses
	 */
	public int update(PreparedStatement statement) throws SQLException {
		if (isEmpty()) {
			return statement.executeUpdate();
		}
		statement.execute();
		if (statement.getMoreResults()) {
			throw new SQLException("A result was returned when none was expected.", "0100E");
		}
		return statement.getUpdateCount();
	}

	/**
	 * Set them for the rest of the transaction.
	 * @param connection its connection
	 * @throws SQLException if the database refuses
	 */
	public void run(Connection connection) throws SQLException {
		if (isEmpty()) {
			return;
		}
		try (PreparedStatement statement = connection.prepareStatement(this.setting)) {
			bind(statement);
			statement.execute();
		}
	}

	/**
	 * Do what takes several exchanges with the server. Outside of a transaction it gets
	 * one of its own, so that the settings hold in all of them and end with the last.
	 * @param <R> the answer
	 * @param connection the connection
	 * @param work what is done on it
	 * @return its answer
	 * @throws SQLException if the database refuses
	 */
	public <R extends @Nullable Object> R around(Connection connection, Work<R> work) throws SQLException {
		if (isEmpty() || !connection.getAutoCommit()) {
			run(connection);
			return work.run();
		}
		connection.setAutoCommit(false);
		try {
			run(connection);
			R answer = work.run();
			connection.commit();
			return answer;
		}
		catch (SQLException | RuntimeException | Error ex) {
			rollBack(connection, ex);
			throw ex;
		}
		finally {
			if (!connection.isClosed()) {
				connection.setAutoCommit(true);
			}
		}
	}

	/** A connection nobody knows the state of is handed on to nobody. */
	private static void rollBack(Connection connection, Throwable cause) {
		try {
			connection.rollback();
		}
		catch (SQLException ex) {
			cause.addSuppressed(ex);
			DeadConnection.abort(connection, cause);
		}
	}

	/** What is done on a connection. */
	@FunctionalInterface
	public interface Work<R extends @Nullable Object> {

		/**
		 * Do it.
		 * @return the answer
		 * @throws SQLException if the database refuses
		 */
		R run() throws SQLException;

	}

}
