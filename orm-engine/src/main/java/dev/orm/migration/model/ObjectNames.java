package dev.orm.migration.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.orm.meta.ConstraintNames;

/**
 * Names constraints and indexes as PostgreSQL itself does where nobody names them, so
 * that a schema written by hand is adopted without renames. Used by one thread.
 */
final class ObjectNames {

	private final Set<String> taken = new HashSet<>();

	/** Take a name, as that of a table, out of circulation; false if it was taken. */
	boolean take(String name) {
		return this.taken.add(name);
	}

	/** Name an object that has an index and so shares the names of tables. */
	String relation(String table, List<String> columns, String suffix) {
		String name = of(table, columns, suffix);
		if (!this.taken.add(name)) {
			name = ConstraintNames.cut(name, suffix, table + "." + columns);
			this.taken.add(name);
		}
		return name;
	}

	/** Name a constraint, which shares names with those of its table only. */
	static String of(String table, List<String> columns, String suffix) {
		return ConstraintNames.of(table, columns, suffix);
	}

}
