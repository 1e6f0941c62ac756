package dev.orm.migration.online;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.OnlineScripts;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.Readers;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Raw;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/**
 * Splits a difference into steps. Tables that are changed offline, and new ones, take all
 * in one; others as section by section their readers and writers allow. Used once.
 */
public final class OnlinePlan {

	private final Schema moved;

	private final Difference difference;

	private final Map<ObjectId, Exchange> exchanges;

	private final OnlineTables online;

	private final Map<ObjectId, Column> twins;

	private final Set<String> created = new HashSet<>();

	private final Map<ObjectId, TypeSwap> swaps = new HashMap<>();

	private final RenamedTables renamed;

	private final LateChanges late;

	private final Leaving leaving;

	private final Steps steps;

	private final ColumnSteps columns;

	/**
	 * Create a plan.
	 * @param before the schema before
	 * @param difference what leads to the schema after
	 * @param isOnline which tables are changed while others use them
	 * @param twins new columns that take over from old ones
	 */
	public OnlinePlan(Schema before, Difference difference, Predicate<String> isOnline, Map<ObjectId, Column> twins) {
		List<Change> changes = difference.changes();
		this.difference = difference;
		this.exchanges = Exchange.in(changes);
		this.online = OnlineTables.of(isOnline, before, changes);
		this.twins = Map.copyOf(twins);
		this.steps = new Steps(difference.fills());
		List<Change.Rename> renames = Change.tableRenames(changes);
		this.moved = before.plus(List.copyOf(renames));
		for (Change change : changes) {
			if (change instanceof Change.Add && change.id().kind() == ObjectKind.TABLE) {
				this.created.add(change.id().name());
			}
			if (change instanceof Change.Replace replaced && isOnline(change)) {
				TypeSwap.of(replaced, before, difference).ifPresent((swap) -> this.swaps.put(change.id(), swap));
			}
		}
		this.renamed = new RenamedTables(before, changes, renames.stream().filter(this::isOnline).toList(),
				this.exchanges);
		Set<ObjectId> beside = new HashSet<>(this.twins.keySet());
		beside.addAll(this.renamed.types());
		this.late = new LateChanges(changes, this.exchanges, beside, this.swaps.keySet());
		this.leaving = Leaving.of(changes, this.exchanges, this::isOnline, this.late::disturbs);
		this.columns = new ColumnSteps(this.steps, this.moved, difference, this.twins, this.swaps, this.leaving,
				this.late);
	}

	/**
	 * Return the steps.
	 * @return the steps, those that wait last
	 */
	public List<Step> steps() {
		for (Change change : this.renamed.left()) {
			if (!isMadeBeside(change) && !this.steps.isMadeWithRenames(change)) {
				Exchange exchange = this.exchanges.get(change.id());
				if (!(change instanceof Change.Remove removed && isRemoved(removed, exchange))) {
					step(change, exchange);
				}
			}
		}
		return this.steps.inOrder(this.renamed);
	}

	private void step(Change change, @Nullable Exchange exchange) {
		if (exchange != null) {
			exchange(exchange, change);
		}
		else if (isOnline(change)) {
			online(change);
		}
		else if (change instanceof Change.Add added && this.late.waits(added)) {
			addLate(added);
		}
		else {
			direct(change);
		}
	}

	/** Whether it goes last or with renames, and by that is planned. */
	private boolean isRemoved(Change.Remove removed, @Nullable Exchange exchange) {
		if (exchange == null && isBuiltUpon(removed)) {
			this.steps.last(removed);
			return true;
		}
		if (removed.object() instanceof Raw raw && isRenamed(raw)) {
			removeRenamed(removed, raw, exchange);
			return true;
		}
		return false;
	}

	/** What columns are of or lie in goes when the last of them is gone. */
	private static boolean isBuiltUpon(Change.Remove removed) {
		return switch (removed.id().kind()) {
			case SCHEMA, EXTENSION, COLLATION -> true;
			case RAW -> ((Raw) removed.object()).comesFirst();
			default -> false;
		};
	}

	/**
	 * What names something by its old name goes before that is renamed, and comes back in
	 * the same breath where it reads nothing that comes or goes later.
	 */
	private void removeRenamed(Change.Remove removed, Raw raw, @Nullable Exchange exchange) {
		if (exchange != null && !this.late.waits(exchange.added()) && isSteady((Raw) exchange.added().object())
				&& isSteady(raw) && !this.renamed.isRead(raw)) {
			this.steps.withRenames(removed, exchange.added());
		}
		else {
			this.steps.before(removed);
		}
	}

	private boolean isSteady(Raw raw) {
		return this.difference.changes()
			.stream()
			.filter((change) -> change.id().kind() == ObjectKind.COLUMN && !(change instanceof Change.Rename))
			.noneMatch((change) -> Readers.mayName(raw, change.id()));
	}

	/** Whether its text names what has another name once it would be made again. */
	private boolean isRenamed(Raw raw) {
		return this.difference.changes()
			.stream()
			.anyMatch((change) -> change instanceof Change.Rename rename && Readers.names(raw, rename));
	}

	/** What is built on a column that is swapped is made on the second one. */
	private boolean isMadeBeside(Change change) {
		return this.swaps.values()
			.stream()
			.anyMatch((swap) -> swap.parts().stream().anyMatch((part) -> part.id().equals(change.id())));
	}

	private boolean isOnline(Change change) {
		String table = (change.id().kind() == ObjectKind.TABLE) ? change.id().name() : change.id().table();
		return !table.isEmpty() && !this.created.contains(table) && this.online.test(table);
	}

	private void direct(Change change) {
		this.steps.direct(change, this.late);
	}

	/** What has a successor of the same name makes room for it, and not before. */
	private void exchange(Exchange exchange, Change change) {
		boolean waits = this.late.waits(exchange.added());
		SchemaObject old = exchange.removed().object();
		if (exchange.isSame()) {
			suspended(exchange, change, waits);
		}
		else if (old.id().kind() == ObjectKind.HISTORY && this.leaving.takes(old) && !goesFirst(old)) {
			// the triggers keep what they kept until a column they name is gone
			this.steps.laterChange(change);
		}
		else if (!exchange.isPart()) {
			together(change, waits);
		}
		else if (!waits && !isOnline(change)) {
			this.steps.direct(change);
		}
		else if (goesFirst(old) || this.renamed.types().stream().anyMatch(old::names)) {
			apart(exchange, change);
		}
		else if (change instanceof Change.Add) {
			this.steps.after(exchange.step(isOnline(change)));
		}
	}

	private void together(Change change, boolean waits) {
		if (waits) {
			this.steps.late(change);
		}
		else {
			this.steps.direct(change);
		}
	}

	/** What stays as it is, and is dropped for as long as it is in the way. */
	private void suspended(Exchange exchange, Change change, boolean waits) {
		boolean leaves = exchange.removed().id().kind() == ObjectKind.RAW
				&& this.leaving.takes(exchange.removed().object());
		if (leaves) {
			this.steps.laterChange(change);
		}
		if (exchange.added().object() instanceof ForeignKey key && isTargetExchanged(key)) {
			apart(exchange, change);
		}
		else if (!leaves || this.late.disturbs(exchange.removed().object())) {
			together(change, waits);
		}
	}

	private boolean isTargetExchanged(ForeignKey key) {
		return this.exchanges.values()
			.stream()
			.anyMatch((exchange) -> exchange.isPart() && !exchange.isSame()
					&& exchange.removed().id().table().equals(key.target()) && isOnline(exchange.added()));
	}

	/** Whether it is built on what is changed in place, or dropped at once. */
	private boolean goesFirst(SchemaObject object) {
		return this.late.disturbs(object) || this.difference.changes()
			.stream()
			.anyMatch((change) -> change instanceof Change.Remove && change.id().kind() == ObjectKind.COLUMN
					&& !this.leaving.contains(change.id()) && object.names(change.id())
					&& !change.id().equals(object.id()));
	}

	private void apart(Exchange exchange, Change change) {
		if (change instanceof Change.Remove) {
			this.steps.direct(change);
		}
		else {
			addPart(exchange.added());
		}
	}

	private void online(Change change) {
		if (change instanceof Change.Rename rename) {
			rename(rename);
		}
		else if (change instanceof Change.Add added) {
			add(added);
		}
		else if (change instanceof Change.Remove removed) {
			remove(removed);
		}
		else if (change instanceof Change.Replace replaced && replaced.before() instanceof Column old
				&& replaced.after() instanceof Column column) {
			this.columns.replace(replaced, old, column);
		}
		else {
			this.steps.direct(change);
		}
	}

	/** Tables are renamed with their views. */
	private void rename(Change.Rename rename) {
		if (rename.id().kind() != ObjectKind.TABLE) {
			this.steps.direct(rename);
		}
	}

	private void add(Change.Add added) {
		if (added.object() instanceof Column column
				&& (this.twins.containsKey(column.id()) || !this.late.waits(added))) {
			this.columns.add(column);
		}
		else {
			addLate(added);
		}
	}

	private void addLate(Change.Add added) {
		if (Exchange.isPart(added.id().kind())) {
			addPart(added);
		}
		else {
			direct(added);
		}
	}

	private void addPart(Change.Add added) {
		SchemaObject object = added.object();
		boolean together = !isOnline(added) || object.id().kind() == ObjectKind.EXCLUSION;
		this.steps.after(together ? Step.together(List.of(added), Fills.none(), false)
				: (object.id().kind() == ObjectKind.INDEX) ? Step.concurrently(added)
						: Step.apart(List.of(added), false, (schema) -> new OnlineScripts(schema).constraint(object)));
	}

	private void remove(Change.Remove removed) {
		SchemaObject object = removed.object();
		if (this.late.goesLate(removed)) {
			this.steps.late(removed);
		}
		else if (object instanceof Column column && this.leaving.contains(column.id())) {
			this.columns.leave(column);
		}
		else if (this.leaving.contains(removed.id()) || (this.leaving.takes(object) && !goesFirst(object))) {
			this.steps.laterChange(removed);
		}
		else if (object.id().kind() == ObjectKind.INDEX && !goesFirst(object)) {
			this.steps.removeIndex(Step.concurrently(removed), removed, this.difference);
		}
		else {
			this.steps.direct(removed);
		}
	}

}
