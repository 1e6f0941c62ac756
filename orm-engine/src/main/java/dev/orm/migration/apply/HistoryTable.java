package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;

import dev.orm.dialect.IdentifierQuoting;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The rows of Flyway's table that we write: one of type {@code DELETE}, after which
 * Flyway takes a version for pending, and the row Flyway itself would write for a
 * migration that ran.
 */
final class HistoryTable {

	private final String name;

	private final @Nullable String installedBy;

	HistoryTable(Configuration configuration, String schema) {
		this.name = quoted(schema) + "." + quoted(configuration.getTable());
		this.installedBy = configuration.getInstalledBy();
	}

	private static String quoted(String name) {
		return IdentifierQuoting.DOUBLE_QUOTES.quote(name);
	}

	boolean exists(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
			statement.setString(1, this.name);
			try (ResultSet row = statement.executeQuery()) {
				return row.next() && row.getBoolean(1);
			}
		}
	}

	/** Keep others from migrating until the transaction ends. */
	void lock(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("LOCK TABLE " + this.name + " IN EXCLUSIVE MODE");
		}
	}

	/** Return whether the newest row of a version says that it ran. */
	boolean isApplied(Connection connection, MigrationInfo migration) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("SELECT success AND type <> 'DELETE' FROM "
				+ this.name + " WHERE version = ? ORDER BY installed_rank DESC LIMIT 1")) {
			statement.setString(1, migration.getVersion().getVersion());
			try (ResultSet row = statement.executeQuery()) {
				return row.next() && row.getBoolean(1);
			}
		}
	}

	/** The query for the scripts of migrations that failed. */
	String failed() {
		return "SELECT script FROM " + this.name + " WHERE NOT success ORDER BY installed_rank";
	}

	/** The statement that forgets migrations that failed. */
	String deleteFailed() {
		return "DELETE FROM " + this.name + " WHERE NOT success";
	}

	void addDeleted(Connection connection, MigrationInfo migration, int milliseconds) throws SQLException {
		add(connection, migration, "DELETE", milliseconds);
	}

	void addApplied(Connection connection, MigrationInfo migration) throws SQLException {
		add(connection, migration, migration.getType().name(), 0);
	}

	private void add(Connection connection, MigrationInfo migration, String type, int milliseconds)
			throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + this.name
				+ " (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
				+ " SELECT coalesce(max(installed_rank), 0) + 1, ?, ?, ?, ?, ?, coalesce(?, current_user), ?, true FROM "
				+ this.name)) {
			statement.setString(1, migration.getVersion().getVersion());
			statement.setString(2, migration.getDescription());
			statement.setString(3, type);
			statement.setString(4, migration.getScript());
			if (migration.getChecksum() != null) {
				statement.setInt(5, migration.getChecksum());
			}
			else {
				statement.setNull(5, Types.INTEGER);
			}
			statement.setString(6, this.installedBy);
			statement.setInt(7, milliseconds);
			statement.executeUpdate();
		}
	}

}
