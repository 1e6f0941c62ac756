package dev.orm.migration.inspect;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.orm.schema.Distribution;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;

/**
 * Reads how tables lie on several servers, where ours has such tables, or is not known at
 * all: as Citus keeps it. A server without it has nothing to compare, so that it is as
 * ours says. Immutable.
 *
 * @param naming how facts name tables
 * @param ours what is expected
 */
record SpreadTables(TableNaming naming, Schema ours) {

	private static final String KNOWN = "SELECT to_regclass('pg_dist_partition') IS NOT NULL";

	private static final String TABLES = """
			SELECT s.nspname, c.relname,
				CASE WHEN p.partmethod = 'h' THEN column_to_column_name(p.logicalrelid, p.partkey) ELSE '' END
			FROM pg_dist_partition p JOIN pg_class c ON c.oid = p.logicalrelid
			JOIN pg_namespace s ON s.oid = c.relnamespace
			WHERE s.nspname = ANY (?) AND (p.partmethod = 'h' OR (p.partmethod = 'n' AND p.repmodel = 't'))
			ORDER BY s.nspname, c.relname""";

	/** Whether there may be anything to read: tables of a session lie on its server. */
	boolean isAsked() {
		boolean unknown = this.ours.all(Table.class).isEmpty() && !this.naming.own().startsWith("pg_temp");
		return unknown || !this.ours.all(Distribution.class).isEmpty();
	}

	/** Whether an extension is what spreads tables, which migrations do without. */
	boolean isSpreading(String extension) {
		return isAsked() && extension.startsWith("citus");
	}

	/** The facts of some schemas of the database. */
	List<Distribution> read(Connection connection, Set<String> schemas) throws SQLException {
		if (!isAsked()) {
			return List.of();
		}
		return isKnown(connection) ? found(connection, schemas) : this.ours.all(Distribution.class);
	}

	private static boolean isKnown(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(KNOWN)) {
			return row.next() && row.getBoolean(1);
		}
	}

	private List<Distribution> found(Connection connection, Set<String> schemas) throws SQLException {
		List<Distribution> found = new ArrayList<>();
		Array names = connection.createArrayOf("text", schemas.toArray());
		try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
			statement.setArray(1, names);
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					found.add(new Distribution(this.naming.path(row.getString(1), row.getString(2)), row.getString(3)));
				}
			}
		}
		return found;
	}

}
