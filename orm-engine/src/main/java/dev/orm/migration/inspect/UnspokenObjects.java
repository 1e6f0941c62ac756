package dev.orm.migration.inspect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names what a database has and no fact speaks of: a journal that is begun of it leaves
 * it out, so a database that is made by its files lacks it.
 */
public final class UnspokenObjects {

	private static final String OBJECTS = """
			SELECT 1 AS place, format('table %s is partitioned by %s', c.oid::regclass, pg_get_partkeydef(c.oid)) AS said
			FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid
			JOIN pg_namespace s ON s.oid = c.relnamespace
			WHERE s.nspname = ANY (?) AND NOT c.relispartition AND (p.partstrat <> 'r' OR 0 = ANY (p.partattrs::int2[]))
			UNION ALL
			SELECT 2, format('table %s inherits from %s', c.oid::regclass, i.inhparent::regclass)
			FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace s ON s.oid = c.relnamespace
			WHERE s.nspname = ANY (?) AND c.relkind = 'r' AND NOT c.relispartition
			UNION ALL
			SELECT 3, format('policy %I of %s is %s', p.polname, c.oid::regclass,
				CASE WHEN p.polpermissive THEN 'of one command' ELSE 'restrictive' END)
			FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace s ON s.oid = c.relnamespace
			WHERE s.nspname = ANY (?) AND (p.polcmd <> '*' OR NOT p.polpermissive)
			UNION ALL
			SELECT 4, format('collation %I has %s', l.collname,
				CASE l.collprovider WHEN 'c' THEN 'two locales' ELSE 'rules of its own' END)
			FROM pg_collation l JOIN pg_namespace s ON s.oid = l.collnamespace
			WHERE s.nspname = ANY (?) AND NOT ("""
			+ CatalogueSql.SAID + ") ORDER BY 1, 2";

	private UnspokenObjects() {
	}

	/**
	 * Name the objects.
	 * @param connection in a schema, which is looked at
	 * @param schemas further schemas
	 * @return a sentence for each
	 * @throws SQLException if the catalogue cannot be read
	 */
	public static List<String> read(Connection connection, List<String> schemas) throws SQLException {
		Set<String> all = new LinkedHashSet<>(schemas);
		all.add(connection.getSchema());
		List<String> said = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(OBJECTS)) {
			for (int i = 1; i <= 4; i++) {
				statement.setArray(i, connection.createArrayOf("text", all.toArray()));
			}
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					said.add(rows.getString("said"));
				}
			}
		}
		return said;
	}

}
