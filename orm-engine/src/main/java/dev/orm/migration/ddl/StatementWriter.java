package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.orm.migration.ddl.DdlWriter.Values;
import dev.orm.schema.Change;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.Distribution;
import dev.orm.schema.Extension;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.History;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.Namespace;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Policy;
import dev.orm.schema.Raw;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.schema.TablePath;
import dev.orm.schema.Unique;

import static dev.orm.migration.ddl.SqlText.beside;
import static dev.orm.migration.ddl.SqlText.expression;
import static dev.orm.migration.ddl.SqlText.literal;
import static dev.orm.migration.ddl.SqlText.name;
import static dev.orm.migration.ddl.SqlText.names;
import static dev.orm.migration.ddl.SqlText.table;

/**
 * Writes the statements of changes in one direction. A new table takes its columns and
 * constraints with it, a dropped one what is part of it. Used once.
 */
final class StatementWriter {

	private final Schema before;

	private final Schema after;

	/** Tables whose row level security was changed. */
	private final Set<String> secured = new HashSet<>();

	private final List<Change> changes;

	private final Values values;

	private final boolean concurrently;

	private final Set<String> created = new HashSet<>();

	private final Set<String> dropped = new HashSet<>();

	private final Map<String, List<SchemaObject>> parts = new HashMap<>();

	private final Set<ObjectId> folded = new HashSet<>();

	private final GenericTypes genericTypes;

	private final List<String> statements = new ArrayList<>();

	private final HistoryScript histories;

	StatementWriter(Schema before, List<Change> changes, Values values, boolean concurrently) {
		this.before = before;
		this.after = before.plus(changes);
		this.changes = changes;
		this.values = values;
		this.concurrently = concurrently;
		this.histories = new HistoryScript(before, this::say);
		for (Change change : changes) {
			if (change instanceof Change.Add added && added.object() instanceof Table table) {
				this.created.add(table.name());
			}
			if (change instanceof Change.Remove removed && removed.object() instanceof Table table) {
				this.dropped.add(table.name());
			}
			if (change instanceof Change.Add added) {
				this.parts.computeIfAbsent(added.id().table(), (table) -> new ArrayList<>()).add(added.object());
			}
		}
		this.genericTypes = new GenericTypes(before, this.after, changes);
	}

	List<String> write() {
		for (int i = 0; i < this.changes.size(); i++) {
			Change change = this.changes.get(i);
			Change next = (i + 1 < this.changes.size()) ? this.changes.get(i + 1) : null;
			IndexTakeover takeover = IndexTakeover.of(change, next);
			if (takeover != null) {
				say(takeover.sql());
				i++;
			}
			else if (change instanceof Change.Add added && !this.folded.contains(added.id())) {
				add(added.object());
			}
			else if (change instanceof Change.Remove removed) {
				remove(removed.object());
			}
			else if (change instanceof Change.Replace replaced) {
				replace(replaced);
			}
			else if (change instanceof Change.Rename rename) {
				this.histories.rename(rename);
				rename(rename);
				this.genericTypes.after(rename).forEach(this::say);
			}
		}
		this.histories.end();
		return this.statements;
	}

	private void say(String sql) {
		this.statements.add(sql);
	}

	private void alter(String table, String action) {
		say("ALTER TABLE " + table(table) + " " + action);
	}

	private void add(SchemaObject object) {
		this.genericTypes.beside(object).forEach(this::say);
		String constraint = Definitions.constraint(object);
		if (constraint != null) {
			alter(object.id().table(), "ADD " + constraint);
		}
		else if (object instanceof Table table) {
			create(table);
		}
		else if (object instanceof Column column) {
			new ColumnStatements(this::say, this.values, new RowRules(this.before, this.after)).add(column);
		}
		else if (object instanceof Index index) {
			addIndex(index);
		}
		else if (object instanceof Namespace namespace) {
			say("CREATE SCHEMA IF NOT EXISTS " + name(namespace.name()));
		}
		else if (object instanceof Extension extension) {
			say("CREATE EXTENSION IF NOT EXISTS " + name(extension.name()));
		}
		else if (object instanceof Policy policy) {
			addPolicy(policy);
		}
		else if (object instanceof Distribution distribution) {
			say(DistributionStatements.spread(distribution));
		}
		else if (object instanceof History history) {
			this.histories.add(history);
		}
		else if (object instanceof Raw raw) {
			say(expression(raw.create()));
		}
	}

	private void create(Table table) {
		List<String> lines = new ArrayList<>();
		List<SchemaObject> all = this.parts.getOrDefault(table.name(), List.of());
		List<SchemaObject> inside = new ArrayList<>(all.stream().filter(Column.class::isInstance).toList());
		all.stream()
			.filter((part) -> part instanceof Key || part instanceof Unique || part instanceof Check)
			.forEach(inside::add);
		for (SchemaObject part : inside) {
			lines.add((part instanceof Column column) ? Definitions.column(column)
					: Objects.requireNonNull(Definitions.constraint(part)));
			this.folded.add(part.id());
		}
		say("CREATE TABLE " + table(table.name()) + " (" + (lines.isEmpty() ? "" : "\n\t" + String.join(",\n\t", lines))
				+ "\n)" + (table.partition().isEmpty() ? "" : " PARTITION BY RANGE " + names(table.partition())));
		commentOn("TABLE " + table(table.name()), "", table.comment());
		all.stream()
			.filter(Column.class::isInstance)
			.map(Column.class::cast)
			.forEach((column) -> commentOn(ColumnStatements.path(column), "", column.comment()));
	}

	private void commentOn(String object, String before, String comment) {
		if (!before.equals(comment)) {
			say("COMMENT ON " + object + " IS " + (comment.isEmpty() ? "NULL" : literal(comment)));
		}
	}

	private void addIndex(Index index) {
		boolean online = this.concurrently && !this.created.contains(index.table()) && !isPartitioned(index.table());
		if (online) {
			// one that failed half-way stays, invalid, and would be in the way of a rerun
			say("DROP INDEX CONCURRENTLY IF EXISTS " + beside(index.table(), index.name()));
		}
		say(Definitions.index(index, online));
	}

	/** The first policy of a table closes it, for its owner too. */
	private void addPolicy(Policy policy) {
		if (!isSecured(this.before, policy.table()) && this.secured.add(policy.table())) {
			alter(policy.table(), "ENABLE ROW LEVEL SECURITY");
			alter(policy.table(), "FORCE ROW LEVEL SECURITY");
		}
		String rows = "(" + expression(policy.expression()) + ")";
		say("CREATE POLICY " + name(policy.name()) + " ON " + table(policy.table()) + " USING " + rows + " WITH CHECK "
				+ rows);
	}

	/** The last one opens it. */
	private void removePolicy(Policy policy) {
		say("DROP POLICY " + name(policy.name()) + " ON " + table(policy.table()));
		if (!isSecured(this.after, policy.table()) && this.secured.add(policy.table())) {
			alter(policy.table(), "NO FORCE ROW LEVEL SECURITY");
			alter(policy.table(), "DISABLE ROW LEVEL SECURITY");
		}
	}

	private static boolean isSecured(Schema schema, String table) {
		return schema.all(Policy.class).stream().anyMatch((policy) -> policy.table().equals(table));
	}

	/** PostgreSQL builds indexes of partitions only while others write. */
	private boolean isPartitioned(String table) {
		return this.after.find(ObjectId.table(table))
			.filter((object) -> object instanceof Table found && !found.partition().isEmpty())
			.isPresent();
	}

	private void remove(SchemaObject object) {
		if (object instanceof History history) {
			this.histories.remove(history);
		}
		else if (!isDroppedWithTable(object)) {
			drop(object);
		}
	}

	private void drop(SchemaObject object) {
		ObjectId id = object.id();
		if (id.kind().isConstraint()) {
			alter(id.table(), "DROP CONSTRAINT " + name(id.name()));
			this.genericTypes.beside(object).forEach(this::say);
		}
		else if (object instanceof Policy policy) {
			removePolicy(policy);
		}
		else if (object instanceof Distribution distribution) {
			say(DistributionStatements.gather(distribution));
		}
		else if (object instanceof Table table) {
			say("DROP TABLE " + table(table.name()));
		}
		else if (object instanceof Column column) {
			alter(column.table(), "DROP COLUMN " + name(column.name()));
		}
		else if (object instanceof Index index) {
			say("DROP INDEX " + (this.concurrently ? "CONCURRENTLY IF EXISTS " : "")
					+ beside(index.table(), index.name()));
		}
		else if (object instanceof Raw raw && !raw.drop().isEmpty()) {
			say(expression(raw.drop()));
		}
		else if (object instanceof Namespace namespace) {
			say(SchemaStatements.drop(namespace));
		}
		else if (object instanceof Extension extension) {
			say("DROP EXTENSION IF EXISTS " + name(extension.name()));
		}
	}

	private boolean isDroppedWithTable(SchemaObject object) {
		if (!this.dropped.contains(object.id().table())) {
			return false;
		}
		return !(object instanceof ForeignKey key && isTargetDroppedFirst(key));
	}

	/**
	 * Whether the table a key points to is dropped while the key would still be there.
	 */
	private boolean isTargetDroppedFirst(ForeignKey key) {
		if (key.target().equals(key.table()) || !this.dropped.contains(key.target())) {
			return false;
		}
		for (Change change : this.changes) {
			if (change instanceof Change.Remove removed && removed.object() instanceof Table table) {
				if (table.name().equals(key.table()) || table.name().equals(key.target())) {
					return table.name().equals(key.target());
				}
			}
		}
		return false;
	}

	private void replace(Change.Replace change) {
		if (change.before() instanceof Column before && change.after() instanceof Column after) {
			new ColumnStatements(this::say, this.values, new RowRules(this.before, this.after)).replace(before, after);
		}
		else if (change.before() instanceof Table before && change.after() instanceof Table after) {
			commentOn("TABLE " + table(after.name()), before.comment(), after.comment());
		}
		else {
			remove(change.before());
			add(change.after());
		}
	}

	private void rename(Change.Rename rename) {
		ObjectId id = rename.id();
		String to = " TO " + name(rename.to());
		if (id.kind() == ObjectKind.TABLE) {
			SchemaStatements.move(TablePath.of(id.name()), TablePath.of(rename.to())).forEach(this::say);
		}
		else if (id.kind() == ObjectKind.COLUMN) {
			alter(id.table(), "RENAME COLUMN " + name(id.name()) + to);
		}
		else if (id.kind() == ObjectKind.POLICY) {
			say("ALTER POLICY " + name(id.name()) + " ON " + table(id.table()) + " RENAME" + to);
		}
		else if (id.kind() == ObjectKind.INDEX) {
			say("ALTER INDEX " + beside(id.table(), id.name()) + " RENAME" + to);
		}
		else if (id.kind().isConstraint()) {
			alter(id.table(), "RENAME CONSTRAINT " + name(id.name()) + to);
		}
	}

}
