package dev.orm.migration.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import dev.orm.schema.ForeignKey;
import dev.orm.schema.History;
import dev.orm.schema.Schema;
import dev.orm.schema.TablePath;

/**
 * Writes classes of models for tables that are there: Django's {@code inspectdb}. They
 * are a beginning; what no annotation says is listed in them.
 */
public final class ModelSources {

	private final Map<String, InspectedTable> tables;

	private final String packageName;

	private final Map<String, String> classes = new LinkedHashMap<>();

	private ModelSources(Schema schema, Set<String> views, String packageName) {
		this.tables = InspectedTable.of(schema, views);
		this.packageName = packageName;
		JavaNames names = new JavaNames(Set.of("Model", "Table", "Column", "Id", "Json", "Meta", "IndexMethod"));
		String prefix = prefix();
		this.tables.forEach((path, table) -> {
			if (!table.isJoin()) {
				this.classes.put(path, names.type(TablePath.of(path).name().substring(prefix.length())));
			}
		});
	}

	/** What the names of all tables begin with, as an application's often do. */
	private String prefix() {
		List<String> names = this.tables.keySet().stream().map((path) -> TablePath.of(path).name()).toList();
		String first = names.isEmpty() ? "" : names.get(0);
		String prefix = first.substring(0, first.indexOf('_') + 1);
		boolean shared = names.size() > 1
				&& names.stream().allMatch((name) -> name.startsWith(prefix) && name.length() > prefix.length());
		return shared ? prefix : "";
	}

	/**
	 * Write the classes of a schema's tables. A table that only joins two others becomes
	 * a relation of one of them.
	 * @param schema the schema, views included
	 * @param views the names of the views
	 * @param packageName the package of the classes
	 * @param wanted the tables to write; all if none is named
	 * @return the classes, by the names of their tables
	 */
	public static List<ModelSource> of(Schema schema, Set<String> views, String packageName, Set<String> wanted) {
		ModelSources sources = new ModelSources(schema, views, packageName);
		List<ModelSource> written = new ArrayList<>();
		sources.classes.forEach((path, name) -> {
			if (wanted.isEmpty() || wanted.contains(path)) {
				written.add(new ModelSource(name, sources.text(path)));
			}
		});
		return written;
	}

	private InspectedTable table(String path) {
		return Objects.requireNonNull(this.tables.get(path));
	}

	private String text(String path) {
		InspectedTable table = table(path);
		return new ClassSource(this.packageName, table, this.classes, joins(path), pointing(path)).text();
	}

	/**
	 * The join tables a table declares: those named after it, else its first columns'.
	 */
	private List<JoinSource> joins(String path) {
		List<JoinSource> joins = new ArrayList<>();
		this.tables.forEach((name, table) -> {
			if (table.isJoin()) {
				List<ForeignKey> keys = table.all(ForeignKey.class);
				boolean second = !name.startsWith(keys.get(0).target()) && name.startsWith(keys.get(1).target());
				ForeignKey own = keys.get(second ? 1 : 0);
				ForeignKey other = keys.get(second ? 0 : 1);
				if (own.target().equals(path)) {
					joins.add(new JoinSource(name, own, other, this.classes.getOrDefault(other.target(), ""),
							!table.all(History.class).isEmpty()));
				}
			}
		});
		return joins;
	}

	/** How many keys lead from a table to each other one, so that ways back clash. */
	private Map<String, Integer> pointing(String path) {
		Map<String, Integer> pointing = new TreeMap<>();
		table(path).all(ForeignKey.class).forEach((key) -> pointing.merge(key.target(), 1, Integer::sum));
		return pointing;
	}

	/**
	 * A relation through a table.
	 *
	 * @param table the table
	 * @param own the key to the class that declares it
	 * @param other the key to the other class
	 * @param target the other class
	 * @param kept whether the history of the table is kept
	 */
	record JoinSource(String table, ForeignKey own, ForeignKey other, String target, boolean kept) {

	}

}
