package dev.orm.migration.online;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.orm.migration.detect.Readers;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Raw;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;

/**
 * Columns and tables that go once no version of the application uses them, with all that
 * is built on them. Immutable.
 *
 * @param objects what goes
 */
record Leaving(Set<SchemaObject> objects) {

	/**
	 * Find what leaves.
	 * @param changes the changes
	 * @param exchanges what comes again at once, and does not leave
	 * @param isOnline whether others use what is changed
	 * @param goesFirst what is in the way of another change, and cannot wait
	 */
	static Leaving of(List<Change> changes, Map<ObjectId, Exchange> exchanges, Predicate<Change> isOnline,
			Predicate<SchemaObject> goesFirst) {
		Set<SchemaObject> objects = new HashSet<>();
		for (Change change : changes) {
			if (change instanceof Change.Remove removed && isHeld(removed.object()) && isOnline.test(change)
					&& !exchanges.containsKey(change.id()) && !goesFirst.test(removed.object())) {
				objects.add(removed.object());
			}
		}
		return new Leaving(objects);
	}

	private static boolean isHeld(SchemaObject object) {
		return object instanceof Table || object instanceof Column;
	}

	boolean contains(ObjectId id) {
		return this.objects.stream().anyMatch((object) -> object.id().equals(id));
	}

	/** Whether an object goes with its table, or with one of its columns. */
	boolean takes(SchemaObject object) {
		return contains(ObjectId.table(object.id().table())) || this.objects.stream()
			.anyMatch((leaving) -> leaving instanceof Column column
					&& ((object instanceof Raw raw) ? Readers.reads(raw, column) : object.names(column.id())));
	}

}
