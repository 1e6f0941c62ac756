package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What migrations outside of a transaction leave when they fail: a row that says so, and
 * indexes that are never used and always kept up.
 */
final class FailedMigrations {

	private static final String INVALID = """
			SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
			WHERE NOT i.indisvalid AND x.relnamespace = current_schema()::regnamespace
			AND NOT EXISTS (SELECT 1 FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)
			ORDER BY x.relname""";

	private final Connection connection;

	private final HistoryTable history;

	FailedMigrations(Connection connection, HistoryTable history) {
		this.connection = connection;
		this.history = history;
	}

	List<String> clear() throws SQLException {
		List<String> done = new ArrayList<>();
		for (String index : texts(INVALID)) {
			execute("DROP INDEX CONCURRENTLY IF EXISTS \"" + index.replace("\"", "\"\"") + "\"");
			done.add("dropped index " + index + ", which was not finished");
		}
		if (this.history.exists(this.connection)) {
			for (String script : texts(this.history.failed())) {
				done.add("forgot that " + script + " failed; it runs again");
			}
			execute(this.history.deleteFailed());
		}
		return done;
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
