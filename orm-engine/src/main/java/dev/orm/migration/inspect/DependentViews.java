package dev.orm.migration.inspect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.orm.dialect.IdentifierQuoting;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.TablePath;

/** Names the views that read a column or a table, declared by models or not. */
public final class DependentViews {

	private static final String SQL = """
			SELECT DISTINCT v.oid::regclass::text FROM pg_depend d
				JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
				JOIN pg_class v ON v.oid = r.ev_class
			WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = to_regclass(?) AND v.oid <> d.refobjid
				AND (? = '' OR d.refobjsubid = (SELECT attnum FROM pg_attribute a
					WHERE a.attrelid = d.refobjid AND a.attname = ?))
			ORDER BY 1""";

	private DependentViews() {
	}

	/**
	 * Find them.
	 * @param connection a connection in the schema of the tables
	 * @param id the column or the table
	 * @return their names, as SQL writes them; none if the table is not there
	 * @throws SQLException if the catalogue cannot be read
	 */
	public static List<String> of(Connection connection, ObjectId id) throws SQLException {
		String column = (id.kind() == ObjectKind.COLUMN) ? id.name() : "";
		TablePath table = TablePath.of(column.isEmpty() ? id.name() : id.table());
		List<String> views = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(SQL)) {
			statement.setString(1,
					String.join(".", table.parts().stream().map(IdentifierQuoting.DOUBLE_QUOTES::quote).toList()));
			statement.setString(2, column);
			statement.setString(3, column);
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					views.add(rows.getString(1));
				}
			}
		}
		return views;
	}

}
