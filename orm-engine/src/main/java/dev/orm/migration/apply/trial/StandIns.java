package dev.orm.migration.apply.trial;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.orm.dialect.IdentifierQuoting;
import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Namespace;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.schema.TablePath;
import dev.orm.schema.Unique;

/**
 * Tables that stand in for those of others on a scratch database: the columns foreign
 * keys lead to, and no more. Immutable.
 *
 * @param objects what each table is made of, by its path
 */
record StandIns(Map<String, List<SchemaObject>> objects) {

	/** Find the tables by the keys of all migrations. */
	static StandIns of(Journal journal) {
		Map<String, List<SchemaObject>> objects = new LinkedHashMap<>();
		Schema schema = Schema.empty();
		for (JournalEntry entry : journal.migrations()) {
			schema = journal.at(entry.number());
			for (Change change : entry.changes()) {
				if (change instanceof Change.Add added && added.object() instanceof ForeignKey key && key.outside()) {
					add(objects.computeIfAbsent(key.target(), StandIns::table), key, schema);
				}
			}
		}
		return new StandIns(objects);
	}

	private static List<SchemaObject> table(String path) {
		List<SchemaObject> objects = new ArrayList<>();
		TablePath table = TablePath.of(path);
		if (!table.schema().isEmpty()) {
			objects.add(new Namespace(table.schema()));
		}
		objects.add(new Table(path, ""));
		return objects;
	}

	private static void add(List<SchemaObject> objects, ForeignKey key, Schema schema) {
		for (int i = 0; i < key.columns().size(); i++) {
			String name = key.targetColumns().get(i);
			String type = schema.column(key.table(), key.columns().get(i)).map(Column::type).orElse("bigint");
			Column column = new Column(key.target(), name, type, false, Column.Identity.NONE, null, null, "", "");
			if (objects.stream().noneMatch((object) -> object.id().equals(column.id()))) {
				objects.add(column);
			}
		}
		Unique unique = Unique.of(key.target(), "stand_in_" + String.join("_", key.targetColumns()),
				key.targetColumns());
		if (objects.stream().noneMatch((object) -> object.id().equals(unique.id()))) {
			objects.add(unique);
		}
	}

	/** Make those that are not there; return whether there were any. */
	boolean make(Connection connection) throws SQLException {
		boolean made = false;
		for (Map.Entry<String, List<SchemaObject>> table : this.objects.entrySet()) {
			if (!exists(connection, TablePath.of(table.getKey()))) {
				make(connection, Schema.of(table.getValue()));
				made = true;
			}
		}
		return made;
	}

	private static void make(Connection connection, Schema schema) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String sql : new DdlWriter(false).create(schema, SchemaDiff.of(Schema.empty(), schema).changes())) {
				statement.execute(sql);
			}
		}
	}

	private static boolean exists(Connection connection, TablePath table) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
			statement.setString(1,
					table.parts()
						.stream()
						.map(IdentifierQuoting.DOUBLE_QUOTES::quote)
						.collect(Collectors.joining(".")));
			try (ResultSet row = statement.executeQuery()) {
				return row.next() && row.getBoolean(1);
			}
		}
	}

}
