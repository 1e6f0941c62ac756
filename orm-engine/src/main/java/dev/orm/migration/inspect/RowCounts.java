package dev.orm.migration.inspect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.schema.TablePath;

/**
 * About how many rows tables have, as the server's statistics say; nothing is counted.
 */
public final class RowCounts {

	/** A partitioned table has the rows of its partitions. */
	private static final String SQL = """
			SELECT CASE n.nspname WHEN current_schema() THEN '' ELSE n.nspname END, c.relname,
				CASE c.relkind WHEN 'r' THEN c.reltuples ELSE
					(SELECT sum(greatest(p.reltuples, 0)) FROM pg_partition_tree(c.oid) t JOIN pg_class p ON p.oid = t.relid
						WHERE t.isleaf) END::bigint
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
			AND (n.nspname = current_schema() OR n.nspname = ANY (?))""";

	private RowCounts() {
	}

	/**
	 * Read the numbers.
	 * @param connection a connection in the schema of the tables
	 * @param schemas further schemas
	 * @return numbers by table; negative where the server never looked
	 * @throws SQLException if the catalogue cannot be read
	 */
	public static Map<String, Long> read(Connection connection, List<String> schemas) throws SQLException {
		Map<String, Long> counts = new HashMap<>();
		try (PreparedStatement statement = connection.prepareStatement(SQL)) {
			statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					counts.put(new TablePath(rows.getString(1), rows.getString(2)).text(), rows.getLong(3));
				}
			}
		}
		return counts;
	}

}
