package dev.orm.migration.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Names the transactions that have been open longest, as they hold what others wait for.
 */
public final class LongTransactions {

	private static final String SQL = """
			SELECT pid, coalesce(application_name, ''), state, extract(epoch FROM now() - xact_start)::bigint
			FROM pg_stat_activity WHERE xact_start IS NOT NULL AND pid <> pg_backend_pid()
			AND datname = current_database() ORDER BY xact_start LIMIT 3""";

	private LongTransactions() {
	}

	/**
	 * Name them.
	 * @param connection asks the server
	 * @return one line
	 * @throws SQLException if the server does not answer
	 */
	public static String describe(Connection connection) throws SQLException {
		List<String> found = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(SQL)) {
			while (rows.next()) {
				found.add("process %d of '%s', %s, open for %d s".formatted(rows.getInt(1), rows.getString(2),
						rows.getString(3), rows.getLong(4)));
			}
		}
		return found.isEmpty() ? "no transaction is open now" : "open longest: " + String.join("; ", found);
	}

}
