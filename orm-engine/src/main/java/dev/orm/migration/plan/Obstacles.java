package dev.orm.migration.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.orm.migration.apply.Migrator;
import dev.orm.migration.ddl.ViolatingRows;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.Raw;
import dev.orm.schema.Table;

/**
 * What is in a database now on which changes would fail. Immutable.
 *
 * @param migrator knows the database
 */
record Obstacles(Migrator migrator) {

	/** A line for each. */
	List<String> lines(List<Change> changes) {
		List<String> lines = new ArrayList<>(rows(changes));
		lines.addAll(views(changes));
		return lines;
	}

	/** Rows that break a new rule, with the query that finds them. */
	private List<String> rows(List<Change> changes) {
		List<String> lines = new ArrayList<>();
		for (Change change : changes) {
			ViolatingRows.of(change)
				.ifPresent((rows) -> this.migrator.count(rows.sql())
					.filter((number) -> number > 0)
					.ifPresent((number) -> lines
						.add("fails: %d rows %s.   %s".formatted(number, rows.what(), rows.sql()))));
		}
		return lines;
	}

	/** Views that no change takes away before. */
	private Set<String> views(List<Change> changes) {
		List<Raw> dropped = changes.stream()
			.filter((change) -> change instanceof Change.Remove removed && removed.object() instanceof Raw)
			.map((change) -> (Raw) ((Change.Remove) change).object())
			.toList();
		Set<String> lines = new LinkedHashSet<>();
		changes.stream().filter(Obstacles::isRefusedWhileRead).forEach((change) -> {
			for (String view : this.migrator.viewsOn(change.id())) {
				if (dropped.stream().noneMatch((raw) -> raw.create().contains(view.replace("\"", "")))) {
					lines.add(
							"fails: view %s reads %s.   drop it before and make it again after, or declare it by meta.raw(name, create, drop)"
								.formatted(view, change.id().path()));
				}
			}
		});
		return lines;
	}

	private static boolean isRefusedWhileRead(Change change) {
		if (change instanceof Change.Replace replaced) {
			return replaced.before() instanceof Column before && replaced.after() instanceof Column after
					&& !before.type().equals(after.type());
		}
		return change instanceof Change.Remove removed
				&& (removed.object() instanceof Column || removed.object() instanceof Table);
	}

}
