package dev.orm.migration.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.orm.migration.ddl.TypeChange;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.History;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to tables that exist, as PostgreSQL is known to do it. Immutable.
 *
 * @param locks the strongest lock on each table
 * @param rewrites whether the table of the change is written anew
 * @param reading how the rows of those tables are read
 */
public record Effect(Map<String, Lock> locks, boolean rewrites, Reading reading) {

	public Effect {
		locks = Map.copyOf(locks);
	}

	/**
	 * Say what a change does as a script makes it.
	 * @param change the change
	 * @param before the schema before it
	 * @param script makes it
	 * @return its effect
	 */
	public static Effect of(Change change, Schema before, RunningScript script) {
		Effect direct = of(change, before);
		if (script.isConcurrent(change)) {
			return new Effect(weakened(direct.locks), false, direct.reading);
		}
		if (script.usesIndex(change)) {
			return direct.reading(script.buildsIndex() ? Reading.BESIDE : Reading.NONE);
		}
		if (script.isNotValid(change)) {
			Reading validation = script.apart() ? Reading.BESIDE : Reading.LOCKED;
			return direct.reading(script.validates(change) ? validation : Reading.NONE);
		}
		boolean work = !script.apart() && script.changesRows(LintedMigration.table(change));
		return work ? direct.reading(Reading.LOCKED) : direct;
	}

	private static Map<String, Lock> weakened(Map<String, Lock> locks) {
		Map<String, Lock> weakened = new LinkedHashMap<>(locks);
		weakened.replaceAll((table, lock) -> Lock.SHARE_UPDATE_EXCLUSIVE);
		return weakened;
	}

	private Effect reading(Reading other) {
		return new Effect(this.locks, this.rewrites, other);
	}

	/**
	 * Say what a change does that is made at once.
	 * @param change the change
	 * @param before the schema before it
	 * @return its effect
	 */
	public static Effect of(Change change, Schema before) {
		Map<String, Lock> locks = new LinkedHashMap<>();
		String table = LintedMigration.table(change);
		if (before.has(ObjectId.table(table))) {
			locks.put(table, lock(change));
		}
		if (change instanceof Change.Add added && added.object() instanceof ForeignKey key) {
			locks.merge(key.target(), Lock.SHARE_ROW_EXCLUSIVE, Lock::or);
		}
		if (change instanceof Change.Remove removed) {
			removed(removed.object(), before, locks);
		}
		if (change instanceof Change.Rename rename) {
			kept(rename, before).forEach((owner) -> locks.put(owner, Lock.ACCESS_EXCLUSIVE));
		}
		locks.keySet().removeIf((name) -> !before.has(ObjectId.table(name)) && !isOutside(change, name));
		return new Effect(locks, rewrites(change), reads(change, before) ? Reading.LOCKED : Reading.NONE);
	}

	private static boolean isOutside(Change change, String table) {
		SchemaObject object = (change instanceof Change.Add added) ? added.object()
				: (change instanceof Change.Remove removed) ? removed.object() : null;
		return object instanceof ForeignKey key && key.outside() && key.target().equals(table);
	}

	/** The tables whose triggers name what is renamed, and are made anew. */
	private static Stream<String> kept(Change.Rename rename, Schema before) {
		return before.all(History.class)
			.stream()
			.filter((history) -> !history.after(rename).equals(history))
			.map(History::table);
	}

	/** A foreign key locks its target, and so does the table that goes with its keys. */
	private static void removed(SchemaObject object, Schema before, Map<String, Lock> locks) {
		if (object instanceof ForeignKey key) {
			locks.merge(key.target(), Lock.ACCESS_EXCLUSIVE, Lock::or);
		}
		if (object instanceof Table table) {
			before.all(ForeignKey.class)
				.stream()
				.filter((key) -> key.table().equals(table.name()))
				.forEach((key) -> locks.merge(key.target(), Lock.ACCESS_EXCLUSIVE, Lock::or));
		}
	}

	private static Lock lock(Change change) {
		ObjectKind kind = change.id().kind();
		if (change instanceof Change.Add) {
			return switch (kind) {
				case INDEX -> Lock.SHARE;
				case FOREIGN_KEY, HISTORY -> Lock.SHARE_ROW_EXCLUSIVE;
				default -> Lock.ACCESS_EXCLUSIVE;
			};
		}
		if (change instanceof Change.Rename) {
			return (kind == ObjectKind.INDEX) ? Lock.NONE : Lock.ACCESS_EXCLUSIVE;
		}
		return isCommentOnly(change) ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.ACCESS_EXCLUSIVE;
	}

	private static boolean isCommentOnly(Change change) {
		if (change instanceof Change.Replace replaced && replaced.before() instanceof Column before
				&& replaced.after() instanceof Column after) {
			return before.withComment(after.comment()).equals(after);
		}
		return change instanceof Change.Replace replaced && replaced.before() instanceof Table;
	}

	/** What is built of rows, or has to be true of them. */
	private static boolean reads(Change change, Schema before) {
		return RunningScript.isNotNull(change) || Retyped.of(change)
			.filter((retyped) -> retyped.isSortedAnew(before) || retyped.isCheckedAnew(before))
			.isPresent() || (change instanceof Change.Add && switch (change.id().kind()) {
				case INDEX, KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY -> true;
				default -> false;
			});
	}

	private static boolean rewrites(Change change) {
		if (change instanceof Change.Add added && added.object() instanceof Column column) {
			boolean stored = column.generated() != null && column.generated().stored();
			return stored || column.identity() != Identity.NONE || isVolatile(column.defaultValue());
		}
		if (change instanceof Change.Replace replaced && replaced.before() instanceof Column before
				&& replaced.after() instanceof Column after) {
			boolean stored = after.generated() != null && after.generated().stored()
					&& !Objects.equals(before.generated(), after.generated());
			return stored || isRewritten(before, after);
		}
		return false;
	}

	private static boolean isRewritten(Column before, Column after) {
		return !before.type().equals(after.type()) && !new TypeChange(before.type(), after.type()).isWidening();
	}

	/** A default that differs from row to row. */
	private static boolean isVolatile(@Nullable String expression) {
		return expression != null && (expression.contains("random") || expression.contains("nextval")
				|| expression.contains("clock_timestamp") || expression.contains("uuidv"));
	}

	/** How the rows of a table are read. */
	public enum Reading {

		/** Not at all. */
		NONE,
		/** While the locks are held. */
		LOCKED,
		/** By a statement of its own, beside readers and writers. */
		BESIDE

	}

}
