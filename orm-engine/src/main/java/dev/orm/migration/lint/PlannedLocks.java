package dev.orm.migration.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.orm.migration.lint.Effect.Reading;
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
	 * @param script makes them
	 * @return a line for each table that is there before, with another where its rows are
	 * read beside others
	 */
	public List<String> lines(Schema before, List<Change> changes, RunningScript script) {
		Map<String, Lock> locks = new TreeMap<>();
		Set<String> rewritten = new HashSet<>();
		Map<Reading, Set<String>> read = new EnumMap<>(Reading.class);
		for (Change change : changes) {
			Effect effect = Effect.of(change, before, script);
			effect.locks().forEach((table, lock) -> locks.merge(table, lock, Lock::or));
			read.computeIfAbsent(effect.reading(), (reading) -> new HashSet<>()).addAll(effect.locks().keySet());
			if (effect.rewrites()) {
				rewritten.add(LintedMigration.table(change));
			}
		}
		locks.values().removeIf((lock) -> lock == Lock.NONE);
		List<String> lines = new ArrayList<>();
		locks.forEach((table, lock) -> {
			boolean locked = read.getOrDefault(Reading.LOCKED, Set.of()).contains(table);
			lines.add("locks %s %s%s, %s".formatted(table, words(lock), size(table),
					rewritten.contains(table) ? "written anew" : locked ? "no rewrite, scan" : "no rewrite, no scan"));
			if (read.getOrDefault(Reading.BESIDE, Set.of()).contains(table)) {
				lines.add("scans %s beside readers and writers".formatted(table));
			}
		});
		return lines;
	}

	private static String words(Lock lock) {
		return lock.name().replace('_', ' ');
	}

	private String size(String table) {
		Long number = this.rows.get(table);
		return (number == null || number < 0) ? "" : String.format(Locale.ROOT, " (about %,d rows)", number);
	}

}
