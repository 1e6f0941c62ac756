package dev.orm.migration.online;

import java.util.List;
import java.util.Map;

import dev.orm.dialect.IdentifierQuoting;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.OnlineScripts;
import dev.orm.migration.ddl.SwapScripts;
import dev.orm.migration.detect.Difference;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/**
 * Splits changes of columns, that others read and write meanwhile, into steps. Used by
 * one plan.
 */
final class ColumnSteps {

	private final Steps steps;

	/** The schema before, with tables renamed. */
	private final Schema before;

	private final Difference difference;

	private final Map<ObjectId, Column> twins;

	private final Map<ObjectId, TypeSwap> swaps;

	private final Leaving leaving;

	private final LateChanges late;

	ColumnSteps(Steps steps, Schema before, Difference difference, Map<ObjectId, Column> twins,
			Map<ObjectId, TypeSwap> swaps, Leaving leaving, LateChanges late) {
		this.steps = steps;
		this.before = before;
		this.difference = difference;
		this.twins = twins;
		this.swaps = swaps;
		this.leaving = leaving;
		this.late = late;
	}

	private void direct(Change change) {
		this.steps.direct(change, this.late);
	}

	/** A new column. */
	void add(Column column) {
		Column twin = this.twins.get(column.id());
		String fill = this.difference.fills().expressions().get(column.id());
		if (twin != null) {
			twin(column, twin);
		}
		else if (fill == null || !Fills.isExpression(fill)) {
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

	/** A default of the database would be taken for a value of the new version's. */
	private void twin(Column column, Column old) {
		Column twin = column.withDefault(null);
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
		if (!twin.equals(column)) {
			this.steps.laterChange(new Change.Replace(twin, column));
		}
	}

	/** A column that changes. */
	void replace(Change.Replace change, Column old, Column column) {
		TypeSwap swap = this.swaps.get(change.id());
		if (swap != null) {
			swap(swap);
		}
		if (!column.notNull() || old.notNull()) {
			if (swap == null) {
				direct(change);
			}
			return;
		}
		Column empty = column.withNotNull(false);
		if (swap == null && !empty.equals(old)) {
			direct(new Change.Replace(old, empty));
		}
		String fill = this.difference.fills().expressions().getOrDefault(column.id(), Fills.NO_ROW);
		this.steps.after(Step.apart(List.of(new Change.Replace(empty, column)), false,
				(schema) -> new OnlineScripts(schema).notNull(column, Fills.isExpression(fill) ? fill : "")));
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

	/** A column goes later; until then it must not ask for a value nobody gives. */
	void leave(Column column) {
		Column successor = successor(column);
		Column left = (successor != null) ? bound(column, successor) : loose(column);
		if (!left.equals(column)) {
			this.steps.direct(new Change.Replace(column, left));
		}
		this.steps.laterChange(new Change.Remove(left));
		if (successor != null) {
			this.steps.part(new SwapScripts(left, successor));
		}
	}

	/** The column that takes over from a renamed one; null if it goes for good. */
	private @Nullable Column successor(Column column) {
		return this.difference.changes()
			.stream()
			.filter((change) -> change instanceof Change.Add && column.equals(this.twins.get(change.id())))
			.map((change) -> (Column) ((Change.Add) change).object())
			.findFirst()
			.orElse(null);
	}

	/** The old one of two columns has the default for both. */
	private static Column bound(Column column, Column twin) {
		boolean said = twin.defaultValue() != null && twin.type().equals(column.type());
		return said ? column.withDefault(twin.defaultValue()) : column;
	}

	private Column loose(Column column) {
		boolean asks = column.notNull() && column.defaultValue() == null && column.identity() == Identity.NONE
				&& column.generated() == null;
		boolean tableLeaves = this.leaving.contains(ObjectId.table(column.table()));
		return (asks && !tableLeaves && !isKey(column)) ? column.withNotNull(false) : column;
	}

	private boolean isKey(Column column) {
		return this.before.objects()
			.stream()
			.anyMatch((object) -> object.id().kind() == ObjectKind.KEY && object.id().table().equals(column.table())
					&& object.names(column.id()));
	}

}
