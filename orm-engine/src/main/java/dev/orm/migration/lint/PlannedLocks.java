package dev.orm.migration.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
		Effects effects = Effects.of(before, changes, script);
		List<String> lines = new ArrayList<>();
		new TreeMap<>(effects.locks()).forEach((table, lock) -> {
			boolean locked = effects.read(Reading.LOCKED).contains(table);
			lines.add("locks %s %s%s, %s".formatted(table, words(lock), size(table), effects.rewritten().contains(table)
					? "written anew" : locked ? "no rewrite, scan" : "no rewrite, no scan"));
			if (effects.read(Reading.BESIDE).contains(table)) {
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
