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
import dev.orm.schema.Exclusion;
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
import dev.orm.schema.Sorting;
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

	private final PolicyStatements policies;

	private final DropStatements drops;

	private final Making making = new Making();

	StatementWriter(Schema before, List<Change> changes, Values values, boolean concurrently) {
		this.before = before;
		this.after = before.plus(changes);
		this.changes = changes;
		this.values = values;
		this.concurrently = concurrently;
		this.histories = new HistoryScript(before, this::say);
		this.policies = new PolicyStatements(before, this.after);
		this.drops = new DropStatements(concurrently, this.policies);
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
		object.accept(this.making);
	}

	private ColumnStatements columns() {
		return new ColumnStatements(this::say, this.values, new RowRules(this.before, this.after));
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
		object.accept(this.drops).forEach(this::say);
		if (object.id().kind().isConstraint()) {
			this.genericTypes.beside(object).forEach(this::say);
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
			columns().replace(before, after);
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
		else if (id.kind() == ObjectKind.COLLATION) {
			say("ALTER COLLATION " + name(id.name()) + " RENAME" + to);
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

	/** Makes an object that no new table takes with it. */
	private final class Making implements SchemaObject.Visitor<Boolean> {

		private boolean say(String sql) {
			return StatementWriter.this.statements.add(sql);
		}

		@Override
		public Boolean namespace(Namespace namespace) {
			return say("CREATE SCHEMA IF NOT EXISTS " + name(namespace.name()));
		}

		@Override
		public Boolean extension(Extension extension) {
			return say("CREATE EXTENSION IF NOT EXISTS " + name(extension.name()));
		}

		@Override
		public Boolean collation(Sorting collation) {
			return say(SchemaStatements.create(collation));
		}

		@Override
		public Boolean table(Table table) {
			create(table);
			return true;
		}

		@Override
		public Boolean column(Column column) {
			columns().add(column);
			return true;
		}

		@Override
		public Boolean key(Key key) {
			return constraint(key);
		}

		@Override
		public Boolean unique(Unique unique) {
			return constraint(unique);
		}

		@Override
		public Boolean check(Check check) {
			return constraint(check);
		}

		@Override
		public Boolean exclusion(Exclusion exclusion) {
			return constraint(exclusion);
		}

		@Override
		public Boolean foreignKey(ForeignKey foreignKey) {
			return constraint(foreignKey);
		}

		private boolean constraint(SchemaObject constraint) {
			alter(constraint.id().table(), "ADD " + Definitions.constraint(constraint));
			return true;
		}

		@Override
		public Boolean index(Index index) {
			addIndex(index);
			return true;
		}

		@Override
		public Boolean distribution(Distribution distribution) {
			return say(DistributionStatements.spread(distribution));
		}

		@Override
		public Boolean policy(Policy policy) {
			return StatementWriter.this.statements.addAll(StatementWriter.this.policies.add(policy));
		}

		@Override
		public Boolean history(History history) {
			StatementWriter.this.histories.add(history);
			return true;
		}

		@Override
		public Boolean raw(Raw raw) {
			return say(expression(raw.create()));
		}

	}

}
