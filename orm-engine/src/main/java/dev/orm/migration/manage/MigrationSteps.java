package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.Difference;
import dev.orm.schema.Change;
import dev.orm.schema.Journal;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;

/**
 * Splits changes into files. On a table that is changed while the application runs, an
 * index is made and dropped concurrently, which no transaction may hold: each has a file
 * of its own.
 */
final class MigrationSteps {

	private final Journal journal;

	private final boolean online;

	private final boolean direct;

	MigrationSteps(Journal journal, boolean online, boolean direct) {
		this.journal = journal;
		this.online = online;
		this.direct = direct;
	}

	List<Step> split(Schema before, Difference difference) {
		Set<String> created = new HashSet<>();
		difference.changes()
			.stream()
			.filter((change) -> change instanceof Change.Add && change.id().kind() == ObjectKind.TABLE)
			.forEach((change) -> created.add(change.id().name()));
		List<Change> together = new ArrayList<>();
		List<Step> first = new ArrayList<>();
		List<Step> last = new ArrayList<>();
		List<Step> end = new ArrayList<>();
		for (Change change : difference.changes()) {
			if (change.id().kind() != ObjectKind.INDEX || change instanceof Change.Rename
					|| created.contains(change.id().table()) || !isOnline(change.id().table())) {
				together.add(change);
			}
			else {
				boolean removed = change instanceof Change.Remove && before.has(change.id());
				Step step = new Step(List.of(change), Fills.none(), true);
				(!removed ? last : isReplaced(change, difference) ? end : first).add(step);
			}
		}
		List<Step> steps = new ArrayList<>(first);
		if (!together.isEmpty()) {
			steps.add(new Step(together, difference.fills(), false));
		}
		steps.addAll(last);
		steps.addAll(end);
		return steps;
	}

	/** Whether another index of the table takes over, so that this one goes after it. */
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

	private boolean isOnline(String table) {
		return !this.direct && (this.online || this.journal.isOnline(table));
	}

	/**
	 * The changes of one file.
	 *
	 * @param changes the changes
	 * @param fills what rows that exist get
	 * @param concurrently whether it runs beside others, outside of a transaction
	 */
	record Step(List<Change> changes, Fills fills, boolean concurrently) {

		Step {
			changes = List.copyOf(changes);
		}

		Script write(Schema before) {
			return new DdlWriter(this.concurrently).write(before, this.changes, this.fills);
		}

	}

}
