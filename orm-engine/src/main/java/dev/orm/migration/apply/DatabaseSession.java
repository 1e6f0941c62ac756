package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * A connection in the schema Flyway migrates. Closing it leaves the connection as it was,
 * as a pool may give it to others. Used by one thread.
 */
final class DatabaseSession implements AutoCloseable {

	private final Connection connection;

	private final String before;

	private DatabaseSession(Connection connection, String before) {
		this.connection = connection;
		this.before = before;
	}

	static DatabaseSession open(Configuration configuration) throws SQLException {
		Connection connection = configuration.getDataSource().getConnection();
		DatabaseSession session = new DatabaseSession(connection, searchPath(connection));
		String schema = schema(configuration);
		if (schema != null && !schema.equals(connection.getSchema())) {
			connection.setSchema(schema);
		}
		if (configuration.getInitSql() != null) {
			// Flyway says it in its own connections, to take a role for instance
			try (Statement statement = connection.createStatement()) {
				statement.execute(configuration.getInitSql());
			}
		}
		return session;
	}

	private static String searchPath(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SHOW search_path")) {
			row.next();
			return row.getString(1);
		}
	}

	private static @Nullable String schema(Configuration configuration) {
		if (configuration.getDefaultSchema() != null) {
			return configuration.getDefaultSchema();
		}
		return (configuration.getSchemas().length > 0) ? configuration.getSchemas()[0] : null;
	}

	Connection connection() {
		return this.connection;
	}

	@Override
	public void close() throws SQLException {
		try (Connection closing = this.connection) {
			if (!closing.isClosed() && !this.before.equals(searchPath(closing))) {
				restore(closing);
			}
		}
	}

	private void restore(Connection closing) throws SQLException {
		try (PreparedStatement statement = closing.prepareStatement("SELECT set_config('search_path', ?, false)")) {
			statement.setString(1, this.before);
			statement.execute();
		}
	}

}
