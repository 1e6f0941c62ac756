package dev.orm.migration.online;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.OnlineScripts;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.ddl.SwapScripts;
import dev.orm.migration.detect.Difference;
import dev.orm.schema.Change;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;

/**
 * The steps of a plan, as they come up: what is renamed, indexes that go, what is changed
 * together, what is made beside, indexes that have successors, what waits. Used once.
 */
final class Steps {

	private final Fills fills;

	private final List<Change> before = new ArrayList<>();

	private final List<Change> goneForRenames = new ArrayList<>();

	private final List<Change> madeAfterRenames = new ArrayList<>();

	private final List<Step> first = new ArrayList<>();

	private final List<Change> together = new ArrayList<>();

	private final List<Step> now = new ArrayList<>();

	private final List<Change> lateTogether = new ArrayList<>();

	private final List<Step> after = new ArrayList<>();

	private final List<Step> end = new ArrayList<>();

	private final List<Change> laterTogether = new ArrayList<>();

	private final List<Change> last = new ArrayList<>();

	private final List<SwapScripts> bonds = new ArrayList<>();

	private final List<Step> later = new ArrayList<>();

	Steps(Fills fills) {
		this.fills = fills;
	}

	/** Make a change before anything is renamed. */
	void before(Change change) {
		this.before.add(change);
	}

	/** Let something go and come back in the step that renames what it reads. */
	void withRenames(Change removed, Change added) {
		this.goneForRenames.add(removed);
		this.madeAfterRenames.add(added);
	}

	boolean isMadeWithRenames(Change change) {
		return this.madeAfterRenames.contains(change);
	}

	/** Make a change with all others that hold up nobody for long. */
	void direct(Change change) {
		this.together.add(change);
	}

	/** Make a change with those, or with all that wait. */
	void direct(Change change, LateChanges late) {
		if (late.waits(change)) {
			late(change);
		}
		else {
			direct(change);
		}
	}

	/** Make a change when all else is done, whatever waits. */
	void last(Change change) {
		this.last.add(change);
	}

	/** Make a step once what is changed together is there. */
	void now(Step step) {
		this.now.add(step);
	}

	/** Make a change with all others that wait for those. */
	void late(Change change) {
		this.lateTogether.add(change);
	}

	/** Make a step after those. */
	void after(Step step) {
		this.after.add(step);
	}

	/** Drop an index; one that has a successor after it. */
	void removeIndex(Step step, Change removed, Difference difference) {
		(isReplaced(removed, difference) ? this.end : this.first).add(step);
	}

	/** Make a change once no version uses what it takes away. */
	void laterChange(Change change) {
		this.laterTogether.add(change);
	}

	/** Part two columns before the changes that wait; they come back as they were. */
	void part(SwapScripts bond) {
		this.bonds.add(bond);
	}

	void later(Step step) {
		this.later.add(step);
	}

	/** Whether another index of the table takes over. */
	private static boolean isReplaced(Change removed, Difference difference) {
		List<Change> same = difference.changes()
			.stream()
			.filter((change) -> change.id().table().equals(removed.id().table()))
			.toList();
		boolean otherAdded = same.stream()
			.anyMatch((change) -> change instanceof Change.Add && change.id().kind() == ObjectKind.INDEX);
		return otherAdded && same.stream()
			.noneMatch((change) -> (change instanceof Change.Add && change.id().equals(removed.id()))
					|| (change instanceof Change.Remove && change.id().kind() == ObjectKind.COLUMN));
	}

	/** Views of renamed tables are there from the beginning to what waits. */
	List<Step> inOrder(RenamedTables renamed) {
		List<Step> ends = renamed.ends();
		boolean waits = !ends.isEmpty() || !this.laterTogether.isEmpty() || !this.later.isEmpty();
		if (!waits && this.now.isEmpty() && this.lateTogether.isEmpty() && this.after.isEmpty() && this.end.isEmpty()) {
			this.together.addAll(this.last);
			this.last.clear();
		}
		List<Step> steps = inOrder(renamed, ends);
		if (!this.last.isEmpty()) {
			steps.add(Step.together(List.copyOf(this.last), this.fills, waits));
		}
		return steps;
	}

	private List<Step> inOrder(RenamedTables renamed, List<Step> ends) {
		List<Step> steps = new ArrayList<>();
		if (renamed.isEmpty() && this.first.isEmpty()) {
			this.together.addAll(0, this.goneForRenames);
			this.together.addAll(0, this.before);
			this.together.addAll(this.madeAfterRenames);
		}
		else {
			add(steps, this.before);
			add(steps, these((change) -> change.id().kind() == ObjectKind.SCHEMA && change instanceof Change.Add));
			steps.addAll(renamed.moves());
			List<Change> renames = new ArrayList<>(this.goneForRenames);
			renames.addAll(these((change) -> change instanceof Change.Rename));
			renames.addAll(this.madeAfterRenames);
			add(steps, renames);
			steps.addAll(this.first);
		}
		steps.addAll(whileUsed(renamed));
		steps.addAll(ends);
		if (!this.laterTogether.isEmpty()) {
			steps.add(contract());
		}
		steps.addAll(this.later);
		return steps;
	}

	private List<Step> whileUsed(RenamedTables renamed) {
		List<Step> steps = new ArrayList<>();
		add(steps, this.together);
		steps.addAll(this.now);
		steps.addAll(renamed.rows());
		add(steps, this.lateTogether);
		steps.addAll(this.after);
		steps.addAll(this.end);
		return steps.stream().map(renamed::behind).toList();
	}

	/** Take changes out of those that are made together. */
	private List<Change> these(Predicate<Change> wanted) {
		List<Change> taken = this.together.stream().filter(wanted).toList();
		this.together.removeAll(taken);
		return taken;
	}

	private void add(List<Step> steps, List<Change> changes) {
		if (!changes.isEmpty()) {
			steps.add(Step.together(List.copyOf(changes), this.fills, false));
		}
	}

	private Step contract() {
		List<Change> changes = List.copyOf(this.laterTogether);
		List<SwapScripts> parted = List.copyOf(this.bonds);
		Map<ObjectId, String> kept = new HashMap<>();
		parted.forEach((bond) -> kept.put(bond.old().id(), bond.backward()));
		return new Step(changes, Step.Form.TOGETHER, true, (schema) -> {
			Script script = new DdlWriter(false).write(schema, changes, this.fills, new Fills(kept));
			List<String> forward = new ArrayList<>();
			List<String> undo = new ArrayList<>(script.undo());
			for (SwapScripts bond : parted) {
				forward.addAll(OnlineScripts.untwin(bond.twin(), bond.old()));
				undo.addAll(OnlineScripts.bound(bond.twin(), bond.old()));
			}
			forward.addAll(script.forward());
			return new Script(forward, undo, script.lost());
		});
	}

}
