package dev.orm.migration.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.orm.schema.Change;
import dev.orm.schema.Schema;

/**
 * Says what a migration that is to run locks and writes anew, and how large that is.
 * Immutable.
 *
 * @param rows about how many rows tables have, as the server's statistics say
 */
public record PlannedLocks(Map<String, Long> rows) {

	/**
	 * Say what changes lock.
	 * @param before the schema before them
	 * @param changes the changes
	 * @return a line for each table that is there before
	 */
	public List<String> lines(Schema before, List<Change> changes) {
		Map<String, Lock> locks = new TreeMap<>();
		TreeSet<String> rewritten = new TreeSet<>();
		for (Change change : changes) {
			Effect effect = Effect.of(change, before);
			effect.locks().forEach((table, lock) -> locks.merge(table, lock, Lock::or));
			if (effect.rewrites() && locks.containsKey(LintedMigration.table(change))) {
				rewritten.add(LintedMigration.table(change));
			}
		}
		List<String> lines = new ArrayList<>();
		locks.forEach((table, lock) -> {
			if (lock != Lock.NONE) {
				lines.add("locks %s %s%s%s".formatted(table, lock.name().replace('_', ' '), size(table),
						rewritten.contains(table) ? ", written anew" : ""));
			}
		});
		return lines;
	}

	private String size(String table) {
		Long number = this.rows.get(table);
		return (number == null || number < 0) ? "" : String.format(Locale.ROOT, " (about %,d rows)", number);
	}

}
