package dev.orm.migration.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.migration.ddl.SwapScripts;
import dev.orm.migration.ddl.TypeChange;
import dev.orm.migration.detect.Difference;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.ForeignKey;
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

	private static final Set<ObjectKind> REMADE = Set.of(ObjectKind.INDEX, ObjectKind.UNIQUE, ObjectKind.CHECK,
			ObjectKind.FOREIGN_KEY);

	private static final int LONGEST = 63;

	/**
	 * Find out whether a column may be changed like this: where its table would be
	 * written anew, and nothing is built on it that cannot be made beside.
	 */
	static Optional<TypeSwap> of(Change.Replace change, Schema before, Difference difference) {
		if (!(change.before() instanceof Column old) || !(change.after() instanceof Column after)
				|| !isRewritten(old, after) || isMoved(old, difference)) {
			return Optional.empty();
		}
		Column column = after.withNotNull(after.notNull() && old.notNull());
		List<SchemaObject> parts = before.objects()
			.stream()
			.filter((object) -> !object.id().equals(old.id()) && mentions(object, old.id()))
			.toList();
		boolean remade = parts.stream().allMatch((part) -> isRemade(part, old, difference));
		boolean alone = difference.changes().stream().noneMatch((other) -> isBuiltOn(other, old, parts));
		Set<ObjectId> taken = before.objects().stream().map(SchemaObject::id).collect(Collectors.toSet());
		return (remade && alone) ? Optional.of(new TypeSwap(old, column, parts, taken)) : Optional.empty();
	}

	/** Whether a part can be made on the second column as it is on the first. */
	private static boolean isRemade(SchemaObject part, Column old, Difference difference) {
		boolean pointsBack = part instanceof ForeignKey key && key.target().equals(old.table())
				&& key.targetColumns().contains(old.name());
		return REMADE.contains(part.id().kind()) && part.id().table().equals(old.table()) && !pointsBack
				&& isKept(part, difference) && !isShared(part, old, difference);
	}

	private static boolean isRewritten(Column old, Column column) {
		boolean plain = Stream.of(old, column)
			.allMatch((one) -> one.generated() == null && one.identity() == Identity.NONE);
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

	/** Whether a part is at most dropped for the change of type, and made again. */
	private static boolean isKept(SchemaObject part, Difference difference) {
		List<Change> own = difference.changes().stream().filter((change) -> change.id().equals(part.id())).toList();
		return own.isEmpty() || own.equals(List.of(new Change.Remove(part), new Change.Add(part)));
	}

	/** Whether a part is built on another column whose type changes as well. */
	private static boolean isShared(SchemaObject part, Column old, Difference difference) {
		return difference.changes()
			.stream()
			.anyMatch((change) -> change instanceof Change.Replace && change.id().kind() == ObjectKind.COLUMN
					&& !change.id().equals(old.id()) && mentions(part, change.id()));
	}

	/** Whether something new is built on the column before it is swapped. */
	private static boolean isBuiltOn(Change change, Column old, List<SchemaObject> parts) {
		return change instanceof Change.Add added && !parts.contains(added.object())
				&& mentions(added.object(), old.id()) && !REMADE.contains(change.id().kind());
	}

	private static boolean mentions(SchemaObject object, ObjectId column) {
		return !object.after(new Change.Rename(column, column.name() + "\u0000")).equals(object);
	}

	/** The second column, once it is filled. */
	private Column twin() {
		Column bare = this.column.withDefault(null).withComment("");
		return bare.after(new Change.Rename(bare.id(), free(this.old.id())));
	}

	private String free(ObjectId id) {
		String base = (id.name().length() + 4 > LONGEST)
				? id.name().substring(0, 50) + Integer.toHexString(id.name().hashCode()) : id.name();
		String name = base + "_new";
		for (int number = 2; this.taken.contains(id.named(name)); number++) {
			name = base + "_new" + number;
		}
		return name;
	}

	/** A part, built on the second column under another name. */
	private SchemaObject copy(SchemaObject part) {
		SchemaObject moved = part.after(new Change.Rename(this.old.id(), free(this.old.id())));
		return moved.after(new Change.Rename(moved.id(), free(part.id())));
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
		this.parts.forEach((part) -> changes.add(new Change.Remove(part)));
		changes.add(new Change.Remove(this.old));
		changes.add(new Change.Rename(twin().id(), this.old.name()));
		Column now = this.column.withDefault(null).withComment("");
		if (!now.equals(this.column)) {
			changes.add(new Change.Replace(now, this.column));
		}
		this.parts.forEach((part) -> changes.add(new Change.Rename(copy(part).id(), part.id().name())));
		return changes;
	}

}
