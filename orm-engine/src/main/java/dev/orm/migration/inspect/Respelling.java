package dev.orm.migration.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.migration.ddl.DdlWriter;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.History;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.schema.TablePath;

/**
 * Brings the expressions of a schema that was read into our spelling, where the server
 * says that both mean the same: a temporary table is made of ours, read back and
 * compared. What truly differs stays as it was read. Used by one thread, as its
 * connection.
 */
public final class Respelling {

	/**
	 * So many tables a transaction: each takes entries of the server's table of locks.
	 */
	private static final int BATCH = 20;

	/** How errors begin that speak of connection, resources, time or operator. */
	private static final List<String> OF_SERVER = List.of("08", "53", "55P03", "57");

	private final Connection connection;

	private final SchemaReader reader;

	/**
	 * Create a respelling.
	 * @param connection a connection whose role may make temporary tables
	 * @param reader reads back
	 */
	public Respelling(Connection connection, SchemaReader reader) {
		this.connection = connection;
		this.reader = reader;
	}

	/**
	 * Return a schema that was read in the spelling of another.
	 * @param found what was read
	 * @param ours the spelling
	 * @return the schema; where both are the same, equal to ours
	 * @throws SQLException if the server makes no temporary table at all: on a standby
	 * (25006), without the right (42501), or as the connection was lost
	 */
	public Schema respell(Schema found, Schema ours) throws SQLException {
		Map<ObjectId, SchemaObject> spelled = new LinkedHashMap<>();
		for (List<TablePath> tables : bySchema(tables(found, ours))) {
			for (int i = 0; i < tables.size(); i += BATCH) {
				spelled.putAll(batch(tables.subList(i, Math.min(i + BATCH, tables.size())), ours));
			}
		}
		List<SchemaObject> objects = new ArrayList<>();
		for (SchemaObject object : found.objects()) {
			boolean same = object.equals(spelled.get(object.id()));
			objects.add(same ? ours.find(object.id()).orElse(object) : object);
		}
		return Schema.of(objects);
	}

	/** Temporary tables lie in one schema, so those of several are not made together. */
	private static Collection<List<TablePath>> bySchema(Set<String> tables) {
		return tables.stream().map(TablePath::of).collect(Collectors.groupingBy(TablePath::schema)).values();
	}

	/** The tables of which some object is there on both sides and differs in its text. */
	private static Set<String> tables(Schema found, Schema ours) {
		Set<String> tables = new LinkedHashSet<>();
		for (SchemaObject object : found.objects()) {
			Optional<SchemaObject> other = ours.find(object.id());
			boolean differs = other.isPresent() && !other.get().equals(object);
			if (differs && isOfTableAlone(object)) {
				tables.add(object.id().table());
			}
		}
		return tables;
	}

	private static boolean isOfTableAlone(SchemaObject object) {
		return object.id().kind().isPartOfTable() && !(object instanceof ForeignKey) && !(object instanceof History);
	}

	private Map<ObjectId, SchemaObject> batch(List<TablePath> tables, Schema ours) throws SQLException {
		try (Trial trial = trial()) {
			for (TablePath table : tables) {
				create(part(ours, table));
			}
			Map<ObjectId, SchemaObject> spelled = new LinkedHashMap<>();
			Schema made = this.reader.read(this.connection, temporarySchema(), Schema.empty());
			made.plus(named(made, tables)).objects().forEach((object) -> spelled.put(object.id(), object));
			return spelled;
		}
	}

	private Trial trial() throws SQLException {
		boolean autoCommit = this.connection.getAutoCommit();
		this.connection.setAutoCommit(false);
		Savepoint start = this.connection.setSavepoint();
		return () -> {
			this.connection.rollback(start);
			if (autoCommit) {
				this.connection.rollback();
				this.connection.setAutoCommit(true);
			}
		};
	}

	/** What names temporary tables by the schema of ours again. */
	private static List<Change> named(Schema made, List<TablePath> tables) {
		return tables.stream()
			.filter((table) -> !table.schema().isEmpty() && made.has(ObjectId.table(bare(table))))
			.<Change>map((table) -> new Change.Rename(ObjectId.table(bare(table)), table.text()))
			.toList();
	}

	/** One table, without its schema, its foreign keys and what its triggers keep. */
	private static Schema part(Schema ours, TablePath path) {
		String table = path.text();
		Schema part = Schema.of(ours.objects()
			.stream()
			.filter((object) -> (object instanceof Table self && self.name().equals(table))
					|| (object.id().table().equals(table) && isOfTableAlone(object)))
			.map((object) -> (object instanceof Column column) ? column.withIdentity(Column.Identity.NONE) : object)
			.toList());
		return path.schema().isEmpty() ? part
				: part.plus(List.of(new Change.Rename(ObjectId.table(table), bare(path))));
	}

	private static String bare(TablePath path) {
		return new TablePath("", path.name()).text();
	}

	/** Make one table of ours; one the server refuses is not the same as what it has. */
	private void create(Schema part) throws SQLException {
		List<Change> changes = part.objects().stream().<Change>map(Change.Add::new).toList();
		Savepoint savepoint = this.connection.setSavepoint();
		try (Statement statement = this.connection.createStatement()) {
			// one round trip for each table, not for each statement
			statement.execute(new DdlWriter(false).create(part, changes)
				.stream()
				.map((sql) -> sql.replaceFirst("^CREATE TABLE", "CREATE TEMPORARY TABLE"))
				.collect(Collectors.joining(";\n")));
		}
		catch (SQLException ex) {
			if (isNotAboutTheTable(ex)) {
				throw ex;
			}
			this.connection.rollback(savepoint);
		}
	}

	/**
	 * A standby, missing rights, a lost connection and a full server refuse any table.
	 */
	private static boolean isNotAboutTheTable(SQLException refusal) {
		String state = String.valueOf(refusal.getSQLState());
		return state.equals("25006") || state.equals("42501") || OF_SERVER.stream().anyMatch(state::startsWith);
	}

	private String temporarySchema() throws SQLException {
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement
					.executeQuery("SELECT nspname FROM pg_namespace WHERE oid = pg_my_temp_schema()")) {
			return row.next() ? row.getString(1) : "pg_temp";
		}
	}

	/** Tables that are there until it is closed. */
	@FunctionalInterface
	private interface Trial extends AutoCloseable {

		@Override
		void close() throws SQLException;

	}

}
