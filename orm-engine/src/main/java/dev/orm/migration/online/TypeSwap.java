package dev.orm.migration.online;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.declare.ConstraintNames;
import dev.orm.migration.ddl.SwapScripts;
import dev.orm.migration.ddl.TypeChange;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.Readers;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.History;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;

/**
 * A column that gets another type by a second one that takes its place, with all that is
 * built on it. Immutable.
 *
 * @param old the column
 * @param column what it becomes
 * @param parts what is built on it, and stays
 * @param taken the names that are taken
 */
record TypeSwap(Column old, Column column, List<SchemaObject> parts, Set<ObjectId> taken) {

	private static final Set<ObjectKind> REMADE = Set.of(ObjectKind.INDEX, ObjectKind.KEY, ObjectKind.UNIQUE,
			ObjectKind.CHECK, ObjectKind.FOREIGN_KEY);

	/**
	 * Find out whether a column may be changed like this: where its table would be
	 * written anew, and nothing is built on it that cannot be made beside.
	 */
	static Optional<TypeSwap> of(Change.Replace change, Schema before, Difference difference) {
		if (!(change.before() instanceof Column old) || !(change.after() instanceof Column after)
				|| !isRewritten(old, after) || isMoved(old, difference) || isPast(old, before)
				|| !Readers.of(before, old).isEmpty()) {
			return Optional.empty();
		}
		Column column = after.withNotNull(after.notNull() && old.notNull());
		List<SchemaObject> parts = before.objects()
			.stream()
			.filter((object) -> !object.id().equals(old.id()) && object.names(old.id()))
			.sorted(Comparator.comparingInt(TypeSwap::place))
			.toList();
		boolean remade = parts.stream().allMatch((part) -> isRemade(part, old, difference));
		boolean alone = difference.changes().stream().noneMatch((other) -> isBuiltOn(other, old, parts));
		Set<ObjectId> taken = before.objects().stream().map(SchemaObject::id).collect(Collectors.toSet());
		return (remade && alone) ? Optional.of(new TypeSwap(old, column, parts, taken)) : Optional.empty();
	}

	/** Keys come before the foreign keys that point to them. */
	private static int place(SchemaObject part) {
		return (part instanceof Key) ? 0 : (part instanceof ForeignKey) ? 2 : 1;
	}

	/** Whether a part can be made on the second column as it is on the first. */
	private static boolean isRemade(SchemaObject part, Column old, Difference difference) {
		boolean near = part.id().table().equals(old.table()) || pointsTo(part, old);
		return near && REMADE.contains(part.id().kind()) && isKept(part, difference)
				&& !isShared(part, old, difference);
	}

	private static boolean pointsTo(SchemaObject part, Column column) {
		return part instanceof ForeignKey key && key.target().equals(column.table())
				&& key.targetColumns().contains(column.name());
	}

	private static boolean isRewritten(Column old, Column column) {
		boolean plain = old.generated() == null && column.generated() == null;
		return plain && !old.type().equals(column.type()) && old.collation().equals(column.collation())
				&& !new TypeChange(old.type(), column.type()).isWidening();
	}

	/** Whether the table, or something of it, is renamed at the same time. */
	private static boolean isMoved(Column old, Difference difference) {
		return difference.changes()
			.stream()
			.anyMatch((change) -> change instanceof Change.Rename
					&& (change.id().table().equals(old.table()) || change.id().equals(ObjectId.table(old.table()))));
	}

	/**
	 * Whether it holds what rows were, and changes with the column that holds what they
	 * are.
	 */
	private static boolean isPast(Column old, Schema before) {
		return before.all(History.class).stream().anyMatch((history) -> history.rows().equals(old.table()));
	}

	/** Whether a part is at most dropped for the change of type, and made again. */
	private static boolean isKept(SchemaObject part, Difference difference) {
		List<Change> own = difference.changes().stream().filter((change) -> change.id().equals(part.id())).toList();
		return own.isEmpty() || own.equals(List.of(new Change.Remove(part), new Change.Add(part)));
	}

	/**
	 * Whether a part is built on another column whose type changes as well, and does not
	 * hold while one of them has changed.
	 */
	private static boolean isShared(SchemaObject part, Column old, Difference difference) {
		return difference.changes()
			.stream()
			.anyMatch((change) -> change instanceof Change.Replace replaced && !change.id().equals(old.id())
					&& part.names(change.id()) && !holdsMeanwhile(part, replaced));
	}

	private static boolean holdsMeanwhile(SchemaObject part, Change.Replace change) {
		return part instanceof ForeignKey && change.before() instanceof Column before
				&& change.after() instanceof Column after
				&& new TypeChange(before.type(), after.type()).keepsForeignKeys();
	}

	/** Whether something new is built on the column before it is swapped. */
	private static boolean isBuiltOn(Change change, Column old, List<SchemaObject> parts) {
		return change instanceof Change.Add added && !parts.contains(added.object()) && added.object().names(old.id())
				&& !REMADE.contains(change.id().kind());
	}

	/** The second column, once it is filled. */
	private Column twin() {
		Column bare = bare();
		return bare.after(new Change.Rename(bare.id(), free(this.old.id())));
	}

	/** The column before it has what only one of the two can have. */
	private Column bare() {
		return this.column.withDefault(null).withComment("").withIdentity(Identity.NONE);
	}

	private String free(ObjectId id) {
		String name = ConstraintNames.of(id.name(), List.of(), "new");
		for (int number = 2; this.taken.contains(id.named(name)); number++) {
			name = ConstraintNames.of(id.name(), List.of(), "new" + number);
		}
		return name;
	}

	/** A part, built on the second column under another name; a key's index for a key. */
	private SchemaObject copy(SchemaObject part) {
		SchemaObject moved = part.after(new Change.Rename(this.old.id(), free(this.old.id())));
		SchemaObject copy = moved.after(new Change.Rename(moved.id(), free(part.id())));
		if (copy instanceof Key key) {
			Index index = Index.of(key.table(), key.name(), key.columns());
			return new Index(index.table(), index.name(), true, index.method(), index.elements(), true, List.of(), "",
					"");
		}
		return copy;
	}

	SwapScripts scripts() {
		return new SwapScripts(this.old, twin());
	}

	/** The second column while rows lack it. */
	Column empty() {
		return twin().withNotNull(false);
	}

	Column filled() {
		return twin();
	}

	List<SchemaObject> copies() {
		return this.parts.stream().map(this::copy).toList();
	}

	/** What happens in one short transaction. */
	List<Change> changes() {
		List<Change> changes = new ArrayList<>();
		lastFirst().forEach((part) -> changes.add(new Change.Remove(part)));
		changes.add(new Change.Remove(this.old));
		Change.Rename rename = new Change.Rename(twin().id(), this.old.name());
		changes.add(rename);
		for (SchemaObject part : this.parts) {
			SchemaObject copy = copy(part).after(rename);
			if (part instanceof Key) {
				// its index becomes the key's
				changes.add(new Change.Remove(copy));
				changes.add(new Change.Add(part));
			}
			else {
				changes.add(new Change.Rename(copy.id(), part.id().name()));
			}
		}
		if (!bare().equals(this.column)) {
			changes.add(new Change.Replace(bare(), this.column));
		}
		return changes;
	}

	/**
	 * What gives the second column and all that is built on it names of their own again.
	 */
	List<Change> back() {
		List<Change> changes = new ArrayList<>();
		for (SchemaObject part : lastFirst()) {
			changes.add(isRemadeBack(part) ? new Change.Remove(part)
					: new Change.Rename(part.id(), copy(part).id().name()));
		}
		if (!bare().equals(this.column)) {
			changes.add(new Change.Replace(this.column, bare()));
		}
		changes.add(new Change.Rename(this.old.id(), twin().name()));
		this.parts.stream().filter(this::isRemadeBack).forEach((part) -> changes.add(new Change.Add(copy(part))));
		return changes;
	}

	private boolean isRemadeBack(SchemaObject part) {
		boolean keyed = this.parts.stream().anyMatch(Key.class::isInstance);
		return keyed && (part instanceof Key || pointsTo(part, this.old));
	}

	private List<SchemaObject> lastFirst() {
		List<SchemaObject> reversed = new ArrayList<>(this.parts);
		Collections.reverse(reversed);
		return reversed;
	}

}
