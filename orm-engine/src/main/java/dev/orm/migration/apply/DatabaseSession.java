package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.SQLException;

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
		DatabaseSession session = new DatabaseSession(connection, connection.getSchema());
		String schema = schema(configuration);
		if (schema != null && !schema.equals(session.before)) {
			connection.setSchema(schema);
		}
		return session;
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
			if (!closing.isClosed() && this.before != null && !this.before.equals(closing.getSchema())) {
				closing.setSchema(this.before);
			}
		}
	}

}
