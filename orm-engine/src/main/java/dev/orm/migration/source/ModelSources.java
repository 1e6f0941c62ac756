package dev.orm.migration.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.orm.schema.Extension;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.History;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Sorting;
import dev.orm.schema.TablePath;

/**
 * Writes classes of models for tables that are there: Django's {@code inspectdb}. They
 * are a beginning; what no annotation says is listed in them.
 */
public final class ModelSources {

	private final Map<String, InspectedTable> tables;

	/** What belongs to no table is declared by the first class. */
	private final List<SchemaObject> needed;

	private final String packageName;

	private final Map<String, String> classes = new LinkedHashMap<>();

	private ModelSources(Schema schema, Set<String> views, String packageName) {
		this.tables = InspectedTable.of(schema, views);
		this.packageName = packageName;
		this.needed = schema.objects()
			.stream()
			.filter((object) -> object instanceof Extension || (object instanceof Sorting))
			.toList();
		JavaNames names = new JavaNames(JavaNames.USED);
		String prefix = prefix();
		this.tables.forEach((path, table) -> {
			if (!table.isJoin() && !table.columns().isEmpty()) {
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
		boolean first = path.equals(this.classes.keySet().iterator().next());
		return new ClassSource(this.packageName, table, this.classes, joins(path), pointing(path), this::pointedTo,
				first ? this.needed : List.of())
			.text();
	}

	/**
	 * The join tables a table declares: those whose key to it comes first in what is
	 * unique, as a relation makes them.
	 */
	private List<JoinSource> joins(String path) {
		List<JoinSource> joins = new ArrayList<>();
		this.tables.forEach((name, table) -> {
			if (table.isJoin()) {
				List<ForeignKey> keys = table.all(ForeignKey.class);
				boolean second = table.isFirstInUnique(keys.get(1));
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

	/**
	 * The attribute a foreign key points to, as {@code @ToField} names it: empty text for
	 * the key of its target; nothing if a relation cannot say it.
	 */
	private Optional<String> pointedTo(ForeignKey key) {
		InspectedTable target = this.tables.get(key.target());
		if (target == null || target.key().equals(key.targetColumns())) {
			return Optional.ofNullable(target).map((table) -> "");
		}
		return target.columns()
			.stream()
			.filter((column) -> key.targetColumns().equals(List.of(column.name())) && target.isUnique(column))
			.map((column) -> new JavaNames(Set.of()).attribute(column.name()))
			.filter((attribute) -> JavaNames.isRegular(key.targetColumns().get(0), attribute))
			.findFirst();
	}

	/**
	 * How many ways lead from a table to each other one, so that ways back clash; an
	 * attribute by the name of the class counts as one.
	 */
	private Map<String, Integer> pointing(String path) {
		Map<String, Integer> pointing = new TreeMap<>();
		joins(path).forEach((join) -> pointing.merge(join.other().target(), 1, Integer::sum));
		table(path).all(ForeignKey.class).forEach((key) -> pointing.merge(key.target(), 1, Integer::sum));
		pointing.replaceAll((target, ways) -> hasAttribute(target, path) ? ways + 1 : ways);
		return pointing;
	}

	private boolean hasAttribute(String target, String path) {
		InspectedTable table = this.tables.get(target);
		return table != null && table.columns()
			.stream()
			.map((column) -> JavaNames.pascalCase(column.name().replaceFirst("_id$", "")))
			.anyMatch((name) -> name.equalsIgnoreCase(this.classes.get(path)));
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
