package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.migration.problem.MigrationException;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * What migrations outside of a transaction leave when they fail: a row that says so, and
 * indexes that are never used and always kept up.
 */
final class FailedMigrations {

	/**
	 * Invalid indexes that nobody is building: their names as SQL writes them, and as
	 * people do.
	 */
	private static final String INVALID = """
			SELECT format('%I.%I', n.nspname, x.relname),
			CASE n.nspname WHEN current_schema() THEN '' ELSE n.nspname || '.' END || x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
			JOIN pg_namespace n ON n.oid = x.relnamespace
			WHERE NOT i.indisvalid AND (n.nspname = current_schema() OR n.nspname = ANY (?))
			AND NOT EXISTS (SELECT 1 FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)
			ORDER BY n.nspname = current_schema() DESC, 1""";

	private final Connection connection;

	private final HistoryTable history;

	private final List<String> schemas;

	private FailedMigrations(Connection connection, HistoryTable history, List<String> schemas) {
		this.connection = connection;
		this.history = history;
		this.schemas = List.copyOf(schemas);
	}

	/**
	 * Clear it away in a database.
	 * @param configuration knows the database
	 * @param schemas the others that migrations make indexes in
	 * @return what was done, a line each
	 */
	static List<String> clear(Configuration configuration, List<String> schemas) {
		try (DatabaseSession session = DatabaseSession.open(configuration)) {
			Connection connection = session.connection();
			HistoryTable history = new HistoryTable(configuration, connection.getSchema());
			return new FailedMigrations(connection, history, schemas).clear();
		}
		catch (SQLException ex) {
			throw new MigrationException("", "Cannot repair: " + ex.getMessage(), ex);
		}
	}

	private List<String> clear() throws SQLException {
		List<String> done = new ArrayList<>();
		for (Map.Entry<String, String> index : invalid().entrySet()) {
			execute("DROP INDEX CONCURRENTLY IF EXISTS " + index.getKey());
			done.add("dropped index " + index.getValue() + ", which was not finished");
		}
		if (this.history.exists(this.connection)) {
			for (String script : texts(this.history.failed())) {
				done.add("forgot that " + script + " failed; it runs again");
			}
			execute(this.history.deleteFailed());
		}
		return done;
	}

	private Map<String, String> invalid() throws SQLException {
		Map<String, String> indexes = new LinkedHashMap<>();
		try (PreparedStatement statement = this.connection.prepareStatement(INVALID)) {
			statement.setArray(1, this.connection.createArrayOf("text", this.schemas.toArray()));
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					indexes.put(rows.getString(1), rows.getString(2));
				}
			}
		}
		return indexes;
	}

	private List<String> texts(String sql) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				texts.add(rows.getString(1));
			}
		}
		return texts;
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
