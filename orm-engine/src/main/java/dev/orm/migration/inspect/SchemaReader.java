package dev.orm.migration.inspect;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.migration.ddl.HistoryStatements;
import dev.orm.schema.Check;
import dev.orm.schema.Column.Generated;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.Column;
import dev.orm.schema.Deferral;
import dev.orm.schema.Distribution;
import dev.orm.schema.Extension;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.History;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.Namespace;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Policy;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Sorting;
import dev.orm.schema.Table;
import dev.orm.schema.TypeSpelling;
import dev.orm.schema.Unique;

/**
 * Reads what a database holds by eight questions to its catalogue, however many tables
 * there are. Expressions are spelled as the server does; {@link Respelling} brings them
 * into ours. Immutable and thread-safe.
 */
public final class SchemaReader {

	private static final Map<String, RowFact> QUESTIONS = questions();

	private final Set<String> ignored;

	/**
	 * Create a reader.
	 * @param ignored tables that are no facts here, as facts would name them: Flyway's,
	 * those of libraries
	 */
	public SchemaReader(Set<String> ignored) {
		this.ignored = Set.copyOf(ignored);
	}

	private static Map<String, RowFact> questions() {
		Map<String, RowFact> all = new LinkedHashMap<>();
		all.put(CatalogueSql.TABLES,
				(row, naming) -> new Table(table(row, naming), row.getString("comment"), texts(row, "partition")));
		all.put(CatalogueSql.COLUMNS, SchemaReader::column);
		all.put(CatalogueSql.CONSTRAINTS, SchemaReader::constraint);
		all.put(CatalogueSql.INDEXES, SchemaReader::index);
		all.put(CatalogueSql.POLICIES, (row, naming) -> new Policy(table(row, naming), row.getString("polname"),
				ExpressionText.bare(row.getString("expression"))));
		all.put(CatalogueSql.HISTORIES, SchemaReader::history);
		return Collections.unmodifiableMap(all);
	}

	/**
	 * Read the schema the connection is in.
	 * @param connection the connection; left as it was
	 * @return the schema
	 * @throws SQLException if the catalogue cannot be read
	 */
	public Schema read(Connection connection) throws SQLException {
		return read(connection, Schema.empty());
	}

	/**
	 * Read the schema the connection is in, and those ours has tables in.
	 * @param connection the connection; left as it was
	 * @param ours names further schemas, and the tables that are named by theirs
	 * @return the schema
	 * @throws SQLException if the catalogue cannot be read
	 */
	public Schema read(Connection connection, Schema ours) throws SQLException {
		return read(connection, connection.getSchema(), ours);
	}

	Schema read(Connection connection, String own, Schema ours) throws SQLException {
		List<SchemaObject> objects = new ArrayList<>();
		Set<String> further = ours.all(Namespace.class).stream().map(Namespace::name).collect(Collectors.toSet());
		each(connection, CatalogueSql.NAMESPACES, further, (row) -> objects.add(new Namespace(row.getString(1))));
		Set<String> all = new HashSet<>(further);
		all.add(own);
		TableNaming naming = TableNaming.of(own, ours);
		SpreadTables spread = new SpreadTables(naming, ours);
		each(connection, CatalogueSql.EXTENSIONS, Set.of(), (row) -> objects.add(new Extension(row.getString(1))));
		objects.removeIf((object) -> object instanceof Extension extension && !ours.has(extension.id())
				&& spread.isSpreading(extension.name()));
		each(connection, CatalogueSql.COLLATIONS, Set.of(own),
				(row) -> objects.add(new Sorting(row.getString("collname"), row.getString("provider"),
						row.getString("locale"), row.getBoolean("collisdeterministic"))));
		for (Map.Entry<String, RowFact> question : QUESTIONS.entrySet()) {
			each(connection, question.getKey(), all, (row) -> {
				if (!this.ignored.contains(table(row, naming))) {
					objects.add(question.getValue().read(row, naming));
				}
			});
		}
		objects.addAll(spread.read(connection, all));
		objects.addAll(RawObjects.read(connection, ours));
		return fitting(objects);
	}

	/**
	 * Read the views of the schema the connection is in as if they were tables.
	 * @param connection the connection; left as it was
	 * @return tables and columns
	 * @throws SQLException if the catalogue cannot be read
	 */
	public Schema views(Connection connection) throws SQLException {
		List<SchemaObject> objects = new ArrayList<>();
		String own = connection.getSchema();
		TableNaming naming = TableNaming.of(own, Schema.empty());
		each(connection, CatalogueSql.VIEWS, Set.of(own),
				(row) -> objects.add(new Table(table(row, naming), row.getString("comment"))));
		each(connection, CatalogueSql.VIEW_COLUMNS, Set.of(own), (row) -> objects.add(column(row, naming)));
		return Schema.of(objects);
	}

	private static void each(Connection connection, String sql, Set<String> schemas, Rows rows) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			if (sql.contains("?")) {
				statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
			}
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					rows.next(row);
				}
			}
		}
	}

	private static String table(ResultSet row, TableNaming naming) throws SQLException {
		return naming.path(row.getString("nspname"), row.getString("relname"));
	}

	/**
	 * Foreign keys to tables of others lead outside; those to what was not asked for,
	 * nowhere.
	 */
	private Schema fitting(List<SchemaObject> objects) {
		Map<ObjectId, SchemaObject> all = new LinkedHashMap<>();
		objects.forEach((object) -> all.put(object.id(), object));
		all.replaceAll((id, object) -> (object instanceof ForeignKey key && this.ignored.contains(key.target()))
				? key.toOutside() : object);
		all.values()
			.removeIf((object) -> object instanceof ForeignKey key && !key.outside()
					&& !all.containsKey(ObjectId.table(key.target())));
		all.values()
			.removeIf((object) -> object instanceof Distribution
					&& !all.containsKey(ObjectId.table(object.id().table())));
		return Schema.of(all.values());
	}

	private static SchemaObject column(ResultSet row, TableNaming naming) throws SQLException {
		String expression = row.getString("expression");
		String generated = row.getString("attgenerated");
		boolean computed = !generated.isBlank();
		return new Column(table(row, naming), row.getString("attname"), TypeSpelling.of(row.getString("type")),
				row.getBoolean("attnotnull"), identity(row.getString("attidentity")),
				(expression != null && !computed) ? expression : null,
				computed ? new Generated(ExpressionText.bare(expression), generated.equals("s")) : null,
				row.getString("collation"), row.getString("comment"));
	}

	private static Identity identity(String sign) {
		return switch (sign) {
			case "d" -> Identity.BY_DEFAULT;
			case "a" -> Identity.ALWAYS;
			default -> Identity.NONE;
		};
	}

	private static SchemaObject constraint(ResultSet row, TableNaming naming) throws SQLException {
		String table = table(row, naming);
		String name = row.getString("conname");
		return switch (row.getString("contype")) {
			case "p" -> new Key(table, name, texts(row, "columns"));
			case "u" -> new Unique(table, name, texts(row, "columns"), row.getBoolean("nulls_distinct"),
					texts(row, "include"), deferral(row));
			case "c" -> new Check(table, name, ExpressionText.bare(row.getString("expression")));
			case "f" -> new ForeignKey(table, name, texts(row, "columns"),
					naming.path(row.getString("target_schema"), row.getString("target")), texts(row, "target_columns"),
					action(row.getString("confdeltype")), deferral(row), false);
			default -> ExclusionText.read(table, name, row.getString("definition"), deferral(row));
		};
	}

	private static Deferral deferral(ResultSet row) throws SQLException {
		if (row.getBoolean("condeferred")) {
			return Deferral.DEFERRED;
		}
		return row.getBoolean("condeferrable") ? Deferral.DEFERRABLE : Deferral.NONE;
	}

	private static ForeignKey.Action action(String sign) {
		return switch (sign) {
			case "r" -> ForeignKey.Action.RESTRICT;
			case "c" -> ForeignKey.Action.CASCADE;
			case "n" -> ForeignKey.Action.SET_NULL;
			case "d" -> ForeignKey.Action.SET_DEFAULT;
			default -> ForeignKey.Action.NONE;
		};
	}

	private static SchemaObject index(ResultSet row, TableNaming naming) throws SQLException {
		int keys = row.getInt("indnkeyatts");
		List<String> columns = texts(row, "columns");
		List<Index.Element> elements = new ArrayList<>();
		Object[] options = (Object[]) row.getArray("options").getArray();
		for (int i = 0; i < keys; i++) {
			String text = options(texts(row, "collations").get(i), texts(row, "classes").get(i),
					((Number) options[i]).intValue());
			elements.add(columns.get(i).isEmpty()
					? Index.Element.expression(ExpressionText.bare(texts(row, "definitions").get(i))).options(text)
					: Index.Element.column(columns.get(i)).options(text));
		}
		String parameters = row.getString("parameters");
		String predicate = row.getString("predicate");
		return new Index(table(row, naming), row.getString("index"), row.getBoolean("indisunique"),
				row.getString("amname"), elements, row.getBoolean("nulls_distinct"),
				columns.subList(keys, columns.size()), (parameters != null) ? parameters : "",
				(predicate != null) ? ExpressionText.bare(predicate) : "");
	}

	/** The two bits of an index column: descending, NULL first. */
	private static String options(String collation, String operators, int bits) {
		boolean descending = (bits & 1) != 0;
		boolean first = (bits & 2) != 0;
		List<String> words = new ArrayList<>();
		words.add(collation.isEmpty() ? "" : "collate \"" + collation + "\"");
		words.add(operators);
		words.add(descending ? "desc" : "");
		words.add((first == descending) ? "" : first ? "nulls first" : "nulls last");
		words.removeIf(String::isEmpty);
		return String.join(" ", words);
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		Array array = row.getArray(column);
		return (array != null) ? Arrays.asList((String[]) array.getArray()) : List.of();
	}

	/** Triggers that were altered keep nothing that is known of. */
	private static SchemaObject history(ResultSet row, TableNaming naming) throws SQLException {
		String table = table(row, naming);
		String rows = naming.path(row.getString("rows_schema"), row.getString("proname"));
		return HistoryStatements.read(table, rows, row.getString("prosrc"))
			.orElse(new History(table, rows, List.of(), List.of()));
	}

	/** Makes a fact of a row. */
	@FunctionalInterface
	private interface RowFact {

		SchemaObject read(ResultSet row, TableNaming naming) throws SQLException;

	}

	/** Takes rows. */
	@FunctionalInterface
	private interface Rows {

		void next(ResultSet row) throws SQLException;

	}

}
