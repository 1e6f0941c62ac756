package dev.orm.migration.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.orm.migration.ddl.TypeChange;
import dev.orm.schema.Change;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.Exclusion;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.History;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Policy;
import dev.orm.schema.Raw;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.schema.Unique;

/**
 * Finds objects that stay as they are, yet stand in the way of a change: foreign keys
 * whose target's key is made anew or whose columns change type, what is computed from or
 * built on such a column. They are dropped before and made again after.
 */
final class Suspension {

	private final Schema before;

	private final Schema after;

	private final Set<ObjectId> changed = new HashSet<>();

	private final List<Change> changes;

	private final Set<SchemaObject> suspended = new LinkedHashSet<>();

	Suspension(Schema before, Schema after, List<Change> changes) {
		this.before = before;
		this.after = after;
		this.changes = changes;
		changes.forEach((change) -> this.changed.add(change.id()));
	}

	List<Change> changes() {
		for (Change change : this.changes) {
			if (change instanceof Change.Replace replaced && replaced.before() instanceof Column old
					&& replaced.after() instanceof Column column) {
				column(old, column);
			}
			else if (change instanceof Change.Remove removed) {
				removed(removed.object());
			}
			if (change.id().kind() == ObjectKind.DISTRIBUTION) {
				spread(change.id().table());
			}
		}
		List<Change> all = new ArrayList<>();
		this.suspended.forEach((object) -> all.add(new Change.Remove(object)));
		this.suspended.forEach((object) -> all.add(new Change.Add(object)));
		return all;
	}

	private void column(Column old, Column column) {
		if (!Objects.equals(old.generated(), column.generated())) {
			remade(old);
		}
		else if (!old.type().equals(column.type()) || !old.collation().equals(column.collation())) {
			unchanged()
				.filter((object) -> object instanceof Column computed && computed.generated() != null
						&& computed.names(old.id()))
				.forEach(this::suspendWithParts);
			unchanged().filter((object) -> object instanceof Policy && object.names(old.id()))
				.forEach(this.suspended::add);
			readers(old);
			if (!new TypeChange(old.type(), column.type()).keepsForeignKeys()) {
				unchanged().filter((object) -> object instanceof ForeignKey && object.names(old.id()))
					.forEach(this.suspended::add);
			}
			if (!new TypeChange(old.type(), column.type()).isSameFamily()) {
				// rows that get a value meanwhile would be kept with the other type
				unchanged().filter((object) -> object instanceof History && object.names(old.id()))
					.forEach(this.suspended::add);
				unchanged().filter((object) -> expressions(object).names(old.id())).forEach(this.suspended::add);
			}
		}
	}

	/** Rows that move to other servers are referred to when they are there. */
	private void spread(String table) {
		unchanged()
			.filter((object) -> object instanceof ForeignKey key
					&& (key.table().equals(table) || key.target().equals(table)))
			.forEach(this.suspended::add);
	}

	/** The object without the columns it names outside of expressions. */
	private static SchemaObject expressions(SchemaObject object) {
		if (object instanceof Index index) {
			return new Index(index.table(), index.name(), false, index.method(),
					index.elements().stream().filter((element) -> element.column().isEmpty()).toList(), true, List.of(),
					"", index.where());
		}
		boolean written = object instanceof Check || object instanceof Exclusion;
		return written ? object : new Table("", "");
	}

	private void suspendWithParts(SchemaObject computed) {
		this.suspended.add(computed);
		remade((Column) computed);
	}

	/** A column that is dropped and made again takes what is built on it along. */
	private void remade(Column column) {
		unchanged().filter((object) -> !(object instanceof Column) && object.names(column.id()))
			.forEach(this.suspended::add);
	}

	private void readers(Column column) {
		List<Raw> readers = Readers.of(this.before, column);
		unchanged().filter(readers::contains)
			.forEach((object) -> this.suspended.add(Readers.requireDrop((Raw) object, column)));
	}

	private void removed(SchemaObject object) {
		if (object instanceof Column column && this.after.has(ObjectId.table(column.table()))) {
			readers(column);
		}
		if (object instanceof Raw raw && this.after.has(raw.id())) {
			List<Raw> built = Readers.on(this.before, raw);
			unchanged().filter((other) -> built.contains(other) && !((Raw) other).drop().isEmpty())
				.forEach(this.suspended::add);
		}
		Set<String> target = new HashSet<>(uniqueColumns(object));
		if (!target.isEmpty()) {
			unchanged()
				.filter((other) -> other instanceof ForeignKey key && key.target().equals(object.id().table())
						&& target.equals(new HashSet<>(key.targetColumns())))
				.forEach(this.suspended::add);
		}
	}

	/** What foreign keys may lead to by the object; nothing if they may not. */
	private static List<String> uniqueColumns(SchemaObject object) {
		if (object instanceof Key key) {
			return key.columns();
		}
		if (object instanceof Unique unique) {
			return unique.columns();
		}
		return (object instanceof Index index && index.unique())
				? index.elements().stream().map(Index.Element::column).toList() : List.of();
	}

	private Stream<SchemaObject> unchanged() {
		return this.before.objects()
			.stream()
			.filter((object) -> !this.changed.contains(object.id()) && this.after.has(object.id()));
	}

}
