package dev.orm.migration.online;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.declare.ConstraintNames;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.OnlineScripts;
import dev.orm.migration.ddl.Script;
import dev.orm.schema.Change;
import dev.orm.schema.Index;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;

/**
 * An object that is dropped and made again under the same name: as it was, as it stands
 * in the way of something, or otherwise. Immutable.
 *
 * @param removed what goes
 * @param added what comes
 */
record Exchange(Change.Remove removed, Change.Add added) {

	private static final Set<ObjectKind> PARTS = Set.of(ObjectKind.INDEX, ObjectKind.KEY, ObjectKind.UNIQUE,
			ObjectKind.CHECK, ObjectKind.FOREIGN_KEY, ObjectKind.EXCLUSION);

	/** Find what is exchanged. */
	static Map<ObjectId, Exchange> in(List<Change> changes) {
		Map<ObjectId, Change.Remove> removed = new HashMap<>();
		changes.forEach((change) -> {
			if (change instanceof Change.Remove remove) {
				removed.put(change.id(), remove);
			}
		});
		Map<ObjectId, Exchange> exchanges = new HashMap<>();
		changes.forEach((change) -> {
			if (change instanceof Change.Add added && removed.containsKey(change.id())) {
				exchanges.put(change.id(), new Exchange(removed.get(change.id()), added));
			}
		});
		return exchanges;
	}

	/** Whether rows of a table are bound or found by objects of a kind. */
	static boolean isPart(ObjectKind kind) {
		return PARTS.contains(kind);
	}

	boolean isSame() {
		return this.removed.object().equals(this.added.object());
	}

	boolean isPart() {
		return isPart(this.removed.id().kind());
	}

	/** Both changes, made while others use the table or at once. */
	Step step(boolean online) {
		SchemaObject before = this.removed.object();
		SchemaObject after = this.added.object();
		if (online && before instanceof Index old && after instanceof Index index) {
			return indexes(old, index);
		}
		if (!online || before.id().kind() == ObjectKind.EXCLUSION) {
			return Step.together(List.of(this.removed, this.added), Fills.none(), false);
		}
		return Step.apart(List.of(this.removed, this.added), false,
				(schema) -> new Script(new OnlineScripts(schema).constraint(after).forward(),
						new OnlineScripts(schema).constraint(before).forward(), List.of()));
	}

	/** The new index is made under another name, and takes the old one's then. */
	private static Step indexes(Index old, Index index) {
		List<Change> forward = steps(old, index);
		return Step.apart(forward, false, (schema) -> new Script(write(schema, forward),
				write(schema.plus(forward), steps(index, old)), List.of()));
	}

	private static List<Change> steps(Index old, Index index) {
		String name = old.name();
		String free = ConstraintNames.of(name, List.of(), "new");
		Index beside = index.after(new Change.Rename(index.id(), free));
		return List.of(new Change.Add(beside), new Change.Remove(old), new Change.Rename(beside.id(), name));
	}

	private static List<String> write(Schema schema, List<Change> changes) {
		return new DdlWriter(true).write(schema, changes, Fills.none()).forward();
	}

}
