package dev.orm.migration.online;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.orm.dialect.IdentifierQuoting;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.OnlineScripts;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.ddl.SwapScripts;
import dev.orm.migration.detect.Difference;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.History;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;

/**
 * Splits a difference into steps. Tables that are changed offline, and new ones, take all
 * in one; others as section by section their readers and writers allow. Used once.
 */
public final class OnlinePlan {

	private final Schema before;

	private final Difference difference;

	private final Predicate<String> isOnline;

	private final Map<ObjectId, Column> twins;

	private final Set<String> created = new HashSet<>();

	private final Set<ObjectId> leaving = new HashSet<>();

	private final Map<ObjectId, TypeSwap> swaps = new HashMap<>();

	private final Steps steps;

	/**
	 * Create a plan.
	 * @param before the schema before
	 * @param difference what leads to the schema after
	 * @param isOnline which tables are changed while others use them
	 * @param twins new columns that take over from old ones
	 */
	public OnlinePlan(Schema before, Difference difference, Predicate<String> isOnline, Map<ObjectId, Column> twins) {
		this.before = before;
		this.difference = difference;
		this.isOnline = isOnline;
		this.twins = Map.copyOf(twins);
		this.steps = new Steps(difference.fills());
		for (Change change : difference.changes()) {
			if (change instanceof Change.Add && change.id().kind() == ObjectKind.TABLE) {
				this.created.add(change.id().name());
			}
			if (change instanceof Change.Remove removed && removed.loses() && isOnline(change)) {
				this.leaving.add(change.id());
			}
			if (change instanceof Change.Replace replaced && isOnline(change)) {
				TypeSwap.of(replaced, before, difference).ifPresent((swap) -> this.swaps.put(change.id(), swap));
			}
		}
	}

	/**
	 * Return the steps.
	 * @return the steps, those that wait last
	 */
	public List<Step> steps() {
		for (Change change : this.difference.changes()) {
			if (isMadeBeside(change)) {
				continue;
			}
			if (isOnline(change)) {
				online(change);
			}
			else {
				this.steps.direct(change);
			}
		}
		return this.steps.inOrder();
	}

	/** What is built on a column that is swapped is made on the second one. */
	private boolean isMadeBeside(Change change) {
		return this.swaps.values()
			.stream()
			.anyMatch((swap) -> swap.parts().stream().anyMatch((part) -> part.id().equals(change.id())));
	}

	private boolean isOnline(Change change) {
		String table = (change.id().kind() == ObjectKind.TABLE) ? change.id().name() : change.id().table();
		return !table.isEmpty() && !this.created.contains(table) && this.isOnline.test(owner(table));
	}

	/** What rows were is changed as they are. */
	private String owner(String table) {
		return this.before.all(History.class)
			.stream()
			.filter((history) -> history.rows().equals(table))
			.findFirst()
			.map(History::table)
			.orElse(table);
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
			replace(replaced, old, column);
		}
		else {
			this.steps.direct(change);
		}
	}

	private void rename(Change.Rename rename) {
		if (rename.id().kind() != ObjectKind.TABLE) {
			this.steps.direct(rename);
			return;
		}
		List<String> columns = this.before.columns(rename.id().name()).stream().map(Column::name).toList();
		this.steps.move(new Step(List.of(rename), Step.Form.TOGETHER, false,
				(schema) -> new OnlineScripts(schema).renamedTable(rename, columns)));
		this.steps.view(new Step(List.of(), Step.Form.TOGETHER, true, (schema) -> {
			OnlineScripts scripts = new OnlineScripts(schema);
			List<String> back = scripts.renamedTable(rename, columns).forward();
			return new Script(List.of(scripts.dropView(rename)), back.subList(back.size() - 1, back.size()), List.of());
		}));
	}

	private void add(Change.Add added) {
		SchemaObject object = added.object();
		boolean suspended = this.difference.changes().contains(new Change.Remove(object));
		switch (suspended ? ObjectKind.RAW : object.id().kind()) {
			case COLUMN -> column((Column) object);
			case CHECK, FOREIGN_KEY, UNIQUE, KEY -> this.steps
				.after(Step.apart(List.of(added), false, (schema) -> new OnlineScripts(schema).constraint(object)));
			case INDEX -> this.steps.after(Step.concurrently(added));
			case HISTORY -> history(added);
			case EXCLUSION -> this.steps.after(Step.together(List.of(added), Fills.none(), false));
			default -> this.steps.direct(added);
		}
	}

	/** The triggers keep what they kept until a column they name is gone. */
	private void history(Change.Add added) {
		SchemaObject old = this.before.find(added.id()).orElse(null);
		if (old != null && leaves(old)) {
			this.steps.laterChange(added);
		}
		else {
			this.steps.direct(added);
		}
	}

	private void column(Column column) {
		Column twin = this.twins.get(column.id());
		String fill = this.difference.fills().expressions().get(column.id());
		if (twin != null) {
			twin(column, twin);
		}
		else if (fill == null || fill.startsWith("@")) {
			this.steps.direct(new Change.Add(column));
		}
		else if (Fills.isConstant(fill)) {
			Column filled = column.withDefault(fill);
			this.steps.direct(new Change.Add(filled));
			this.steps.laterChange(new Change.Replace(filled, column));
		}
		else {
			Column empty = column.withNotNull(false);
			this.steps.direct(new Change.Add(empty));
			this.steps.after(Step.apart(List.of(), false, (schema) -> new OnlineScripts(schema).fill(column, fill)));
			this.steps.later(Step.apart(List.of(new Change.Replace(empty, column)), true,
					(schema) -> new OnlineScripts(schema).notNull(column, fill)));
		}
	}

	private void twin(Column twin, Column old) {
		Column empty = twin.withNotNull(false);
		String fill = IdentifierQuoting.DOUBLE_QUOTES.quote(old.name());
		this.steps.now(new Step(List.of(new Change.Add(empty)), Step.Form.TOGETHER, false,
				(schema) -> new OnlineScripts(schema).twin(twin, old)));
		if (twin.notNull()) {
			this.steps.now(Step.apart(List.of(new Change.Replace(empty, twin)), false,
					(schema) -> new OnlineScripts(schema).notNull(twin, fill)));
		}
		else {
			this.steps.now(Step.apart(List.of(), false, (schema) -> new OnlineScripts(schema).fill(twin, fill)));
		}
	}

	private void replace(Change.Replace change, Column old, Column column) {
		TypeSwap swap = this.swaps.get(change.id());
		if (swap != null) {
			swap(swap);
		}
		if (!column.notNull() || old.notNull()) {
			if (swap == null) {
				this.steps.direct(change);
			}
			return;
		}
		Column empty = column.withNotNull(false);
		if (swap == null && !empty.equals(old)) {
			this.steps.direct(new Change.Replace(old, empty));
		}
		String fill = this.difference.fills().expressions().getOrDefault(column.id(), Fills.NO_ROW);
		this.steps.after(Step.apart(List.of(new Change.Replace(empty, column)), false,
				(schema) -> new OnlineScripts(schema).notNull(column, fill.startsWith("@") ? "" : fill)));
	}

	/**
	 * Make a second column with all that is built on the first, and put it in its place.
	 */
	private void swap(TypeSwap swap) {
		SwapScripts scripts = swap.scripts();
		Column empty = swap.empty();
		Column filled = swap.filled();
		this.steps.now(new Step(List.of(new Change.Add(empty)), Step.Form.TOGETHER, false, (schema) -> scripts.add()));
		this.steps.now(filled.notNull()
				? Step.apart(List.of(new Change.Replace(empty, filled)), false,
						(schema) -> new OnlineScripts(schema).notNull(filled, scripts.forward()))
				: Step.apart(List.of(), false, (schema) -> new OnlineScripts(schema).fill(filled, scripts.forward())));
		for (SchemaObject copy : swap.copies()) {
			Change.Add added = new Change.Add(copy);
			this.steps.now((copy.id().kind() == ObjectKind.INDEX) ? Step.concurrently(added)
					: Step.apart(List.of(added), false, (schema) -> new OnlineScripts(schema).constraint(copy)));
		}
		List<Change> changes = swap.changes();
		this.steps.now(new Step(changes, Step.Form.TOGETHER, false,
				(schema) -> scripts.swap(schema, changes, swap.back(), swap.parts())));
	}

	private void remove(Change.Remove removed) {
		SchemaObject object = removed.object();
		if (this.difference.changes().contains(new Change.Add(object))) {
			this.steps.direct(removed);
		}
		else if (object instanceof Column column && this.leaving.contains(column.id())) {
			leave(column);
		}
		else if (this.leaving.contains(removed.id()) || leaves(object)) {
			this.steps.laterChange(removed);
		}
		else if (object.id().kind() == ObjectKind.INDEX) {
			this.steps.removeIndex(Step.concurrently(removed), removed, this.difference);
		}
		else {
			this.steps.direct(removed);
		}
	}

	/** A column goes later; until then it must not ask for a value nobody gives. */
	private void leave(Column column) {
		Map.Entry<ObjectId, Column> twin = this.twins.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().id().equals(column.id()))
			.findFirst()
			.orElse(null);
		boolean tableLeaves = this.leaving.contains(ObjectId.table(column.table()));
		boolean asks = column.notNull() && column.defaultValue() == null && column.identity() == Identity.NONE
				&& column.generated() == null;
		if (twin == null && asks && !tableLeaves && !isKey(column)) {
			Column loose = column.withNotNull(false);
			this.steps.direct(new Change.Replace(column, loose));
			this.steps.laterChange(new Change.Remove(loose));
		}
		else {
			this.steps.laterChange(new Change.Remove(column));
		}
		if (twin != null) {
			Column successor = Column.of(twin.getKey().table(), twin.getKey().name(), column.type(), false);
			this.steps.ending((schema) -> OnlineScripts.untwin(successor, column));
		}
	}

	private boolean isKey(Column column) {
		return this.before.objects()
			.stream()
			.anyMatch((object) -> object.id().kind() == ObjectKind.KEY && object.id().table().equals(column.table())
					&& mentions(object, column.id()));
	}

	/** Whether an object goes with its table, or with one of its columns. */
	private boolean leaves(SchemaObject object) {
		return this.leaving.contains(ObjectId.table(object.id().table()))
				|| this.leaving.stream().anyMatch((id) -> id.kind() == ObjectKind.COLUMN && mentions(object, id));
	}

	private static boolean mentions(SchemaObject object, ObjectId column) {
		return !object.after(new Change.Rename(column, column.name() + "\u0000")).equals(object);
	}

}
