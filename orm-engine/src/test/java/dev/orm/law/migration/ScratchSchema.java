package dev.orm.law.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.orm.migration.inspect.Respelling;
import dev.orm.migration.inspect.SchemaReader;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Raw;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.TablePath;

/** A namespace of a test database in which migrations run; it goes away when closed. */
public final class ScratchSchema implements AutoCloseable {

	private final Connection connection;

	private final String name;

	/** What the server said to mean the same; it is asked once. */
	private final Set<Spelling> known = new HashSet<>();

	public ScratchSchema(Connection connection, String name) throws SQLException {
		this.connection = connection;
		this.name = name;
		// the catalogue is asked the same over and over
		run(List.of("SET plan_cache_mode = force_generic_plan", "CREATE SCHEMA " + name));
		connection.setSchema(name);
	}

	/** Run statements in one go: a round trip each would take most of the time. */
	public void run(List<String> statements) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(String.join(";\n", statements));
		}
	}

	/** What the database holds, in our spelling where it means the same. */
	public Schema read(Schema ours) throws SQLException {
		SchemaReader reader = new SchemaReader(Set.of());
		Schema read = reader.read(this.connection, ours);
		Schema found = new Respelling(this.connection, reader).respell(spelled(read, ours), ours);
		found.objects().forEach((object) -> this.known.add(spelling(read, object.id(), object)));
		return found
			.plus(views(ours).stream().filter((view) -> !found.has(view.id())).<Change>map(Change.Add::new).toList());
	}

	private Schema spelled(Schema read, Schema ours) {
		return Schema.of(read.objects()
			.stream()
			.map((object) -> ours.find(object.id())
				.filter((other) -> this.known.contains(spelling(read, object.id(), other)))
				.orElse(object))
			.toList());
	}

	private static Spelling spelling(Schema read, ObjectId id, SchemaObject ours) {
		return new Spelling(read.columns(id.table()), read.find(id).orElse(ours), ours);
	}

	/** Nobody reads what a view of the models' own says, but the view is there. */
	private List<Raw> views(Schema ours) throws SQLException {
		List<Raw> views = new ArrayList<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery(
						"SELECT viewname FROM pg_views WHERE schemaname = current_schema() AND viewname LIKE 'seen%'")) {
			while (rows.next()) {
				Raw view = new Raw(rows.getString(1), "", "");
				views.add(ours.find(view.id()).map(Raw.class::cast).orElse(view));
			}
		}
		return views;
	}

	/** The rows of a table, each column as text. */
	public Map<String, String> row(String table) throws SQLException {
		Map<String, String> row = new TreeMap<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT * FROM " + quoted(table))) {
			ResultSetMetaData columns = rows.getMetaData();
			if (rows.next()) {
				for (int i = 1; i <= columns.getColumnCount(); i++) {
					row.put(columns.getColumnName(i), rows.getString(i));
				}
			}
		}
		return row;
	}

	/** The path of a table, each part in double quotes. */
	static String quoted(String table) {
		return '"' + String.join("\".\"", TablePath.of(table).parts()) + '"';
	}

	@Override
	public void close() throws SQLException {
		run(List.of("DROP SCHEMA IF EXISTS " + RandomModels.SCHEMA + " CASCADE",
				"DROP SCHEMA " + this.name + " CASCADE"));
	}

	/**
	 * Two texts that mean the same of some columns.
	 *
	 * @param columns the columns of the table
	 * @param theirs as the server has it
	 * @param ours as we have it
	 */
	private record Spelling(List<Column> columns, SchemaObject theirs, SchemaObject ours) {

	}

}
