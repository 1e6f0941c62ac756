package dev.orm.migration.lint;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.orm.migration.lint.Effect.Reading;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;

/**
 * What the changes of a migration do together to tables that exist, by the names those
 * have before it, whatever the migration calls them on its way. Immutable.
 *
 * @param locks the strongest lock on each table
 * @param rewritten the tables that are written anew
 * @param read the tables whose rows are read, by how they are
 */
public record Effects(Map<String, Lock> locks, Set<String> rewritten, Map<Reading, Set<String>> read) {

	public Effects {
		locks = Map.copyOf(locks);
		rewritten = Set.copyOf(rewritten);
		read = Map.copyOf(read);
	}

	/**
	 * Say what changes do.
	 * @param before the schema before them
	 * @param changes the changes, in order
	 * @param script makes them
	 * @return their effects
	 */
	public static Effects of(Schema before, List<Change> changes, RunningScript script) {
		RenamedSchema names = new RenamedSchema(before);
		Map<String, Lock> locks = new TreeMap<>();
		Set<String> rewritten = new HashSet<>();
		Map<Reading, Set<String>> read = new EnumMap<>(Reading.class);
		for (Change change : changes) {
			Effect effect = Effect.of(change, names.now(), script);
			effect.locks().forEach((table, lock) -> {
				locks.merge(names.before(table), lock, Lock::or);
				read.computeIfAbsent(effect.reading(), (reading) -> new HashSet<>()).add(names.before(table));
			});
			if (effect.rewrites() && effect.locks().containsKey(LintedMigration.table(change))) {
				rewritten.add(names.before(LintedMigration.table(change)));
			}
			names.follow(change);
		}
		locks.values().removeIf((lock) -> lock == Lock.NONE);
		return new Effects(locks, rewritten, read);
	}

	/**
	 * Return the tables whose rows are read in one way.
	 * @param reading the way
	 * @return their names
	 */
	public Set<String> read(Reading reading) {
		return this.read.getOrDefault(reading, Set.of());
	}

}
