package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

import dev.orm.dialect.IdentifierQuoting;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The rows of Flyway's table that we write: one of type {@code DELETE}, after which
 * Flyway takes a version for pending, and the row Flyway itself would write for a
 * migration that ran.
 */
final class HistoryTable {

	/** What Flyway adds the hash of its table's name to, for the number of its lock. */
	private static final long FLYWAY = 77431708279161L;

	private final String name;

	private final @Nullable String installedBy;

	/**
	 * Create it.
	 * @param configuration Flyway's
	 * @param schema the schema of the table; null where that is still to be made
	 */
	HistoryTable(Configuration configuration, @Nullable String schema) {
		this.name = ((schema != null) ? quoted(schema) + "." : "") + quoted(configuration.getTable());
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

	/**
	 * Take Flyway's own lock until the transaction ends, if nobody migrates now. It is
	 * not waited for: who waits in a statement keeps indexes from being made beside
	 * others.
	 */
	boolean lockOutFlyway(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
			statement.setLong(1, FLYWAY + this.name.hashCode());
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
	boolean isApplied(Connection connection, String version) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("SELECT success AND type <> 'DELETE' FROM "
				+ this.name + " WHERE version = ? ORDER BY installed_rank DESC LIMIT 1")) {
			statement.setString(1, version);
			try (ResultSet row = statement.executeQuery()) {
				return row.next() && row.getBoolean(1);
			}
		}
	}

	/** What ran and was not taken back since, in the order in which it ran. */
	List<HistoryRow> applied(Connection connection) throws SQLException {
		List<HistoryRow> applied = new ArrayList<>();
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT * FROM " + this.name
						+ " h WHERE version IS NOT NULL AND success AND type NOT IN ('DELETE', 'BASELINE', 'SCHEMA')"
						+ " AND installed_rank = (SELECT max(installed_rank) FROM " + this.name
						+ " o WHERE o.version = h.version) ORDER BY installed_rank")) {
			while (rows.next()) {
				applied.add(HistoryRow.read(rows));
			}
		}
		return applied;
	}

	/** The query for the scripts of migrations that failed. */
	String failed() {
		return "SELECT script FROM " + this.name + " WHERE NOT success ORDER BY installed_rank";
	}

	/** The statement that forgets migrations that failed. */
	String deleteFailed() {
		return "DELETE FROM " + this.name + " WHERE NOT success";
	}

	void add(Connection connection, HistoryRow row, int milliseconds) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + this.name
				+ " (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
				+ " SELECT coalesce(max(installed_rank), 0) + 1, ?, ?, ?, ?, ?, coalesce(?, current_user), ?, true FROM "
				+ this.name)) {
			statement.setString(1, row.version());
			statement.setString(2, row.description());
			statement.setString(3, row.type());
			statement.setString(4, row.script());
			statement.setObject(5, row.checksum(), Types.INTEGER);
			statement.setString(6, this.installedBy);
			statement.setInt(7, milliseconds);
			statement.executeUpdate();
		}
	}

}
