package dev.orm.migration.online;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.orm.migration.detect.Readers;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Policy;
import dev.orm.schema.Raw;
import dev.orm.schema.SchemaObject;

/**
 * Tells which changes wait for columns that are made or filled beside others first: they
 * name such a column, or one that is changed by a change that waits. Used by one plan.
 */
final class LateChanges {

	private final List<Change> changes;

	private final Map<ObjectId, Exchange> exchanges;

	private final Set<ObjectId> columns;

	/** Columns that others take the place of; what reads those first is in the way. */
	private final Set<ObjectId> swapped;

	/** Columns that are changed in place, which their readers do not stand. */
	private final Set<ObjectId> altered = new HashSet<>();

	/** Of those, the ones that are changed late. */
	private final Set<ObjectId> alteredLate = new HashSet<>();

	LateChanges(List<Change> changes, Map<ObjectId, Exchange> exchanges, Collection<ObjectId> beside,
			Set<ObjectId> swapped) {
		this.changes = changes;
		this.exchanges = exchanges;
		this.columns = new HashSet<>(beside);
		this.swapped = Set.copyOf(swapped);
		for (Change change : changes) {
			if (change instanceof Change.Replace replaced && isAltered(replaced) && !swapped.contains(change.id())) {
				this.altered.add(change.id());
			}
		}
		while (grows()) {
			// until nothing else waits
		}
	}

	static boolean isAltered(Change.Replace change) {
		return change.before() instanceof Column before && change.after() instanceof Column after
				&& (!before.type().equals(after.type()) || !before.collation().equals(after.collation())
						|| !Objects.equals(before.generated(), after.generated()));
	}

	private boolean grows() {
		boolean grown = false;
		for (Change change : this.changes) {
			if (change instanceof Change.Replace replaced && this.altered.contains(change.id())
					&& isAlteredLate(replaced)) {
				this.alteredLate.add(change.id());
				grown |= this.columns.add(change.id());
			}
			if (change instanceof Change.Add added && added.object() instanceof Column column && namesLate(column)) {
				grown |= this.columns.add(column.id());
			}
		}
		return grown;
	}

	private boolean isAlteredLate(Change.Replace change) {
		return namesLate(change.after()) || this.changes.stream()
			.anyMatch((other) -> other instanceof Change.Remove removed && removed.object().names(change.id())
					&& goesLate(removed));
	}

	/** Whether something goes as late as what comes in its place. */
	boolean goesLate(Change.Remove removed) {
		Exchange exchange = this.exchanges.get(removed.id());
		if (exchange != null && !exchange.isPart()) {
			return waits(exchange.added());
		}
		return removed.object() instanceof Policy policy && this.changes.stream()
			.anyMatch((change) -> change instanceof Change.Add added && added.object() instanceof Policy other
					&& other.table().equals(policy.table()) && waits(added));
	}

	/** Whether a change has to wait. */
	boolean waits(Change change) {
		if (change instanceof Change.Add added) {
			return namesLate(added.object());
		}
		return this.alteredLate.contains(change.id());
	}

	private boolean namesLate(SchemaObject object) {
		if (object instanceof Raw raw) {
			return this.columns.stream().anyMatch((column) -> Readers.names(raw, column))
					|| this.swapped.stream().anyMatch((column) -> Readers.mayName(raw, column));
		}
		return this.columns.stream().anyMatch((column) -> !column.equals(object.id()) && object.names(column));
	}

	/** Whether an object would be in the way of a column that is changed in place. */
	boolean disturbs(SchemaObject object) {
		return this.altered.stream().anyMatch((column) -> !column.equals(object.id()) && object.names(column));
	}

}
