package dev.orm.migration.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.orm.declare.ConstraintNames;
import dev.orm.schema.TablePath;

/**
 * Names constraints and indexes as PostgreSQL itself does where nobody names them, so
 * that a schema written by hand is adopted without renames. Used by one thread.
 */
final class ObjectNames {

	private final Set<String> taken = new HashSet<>();

	/**
	 * Take the path of a table, or of an index, out of circulation; false if it was
	 * taken.
	 */
	boolean take(String path) {
		return this.taken.add(path);
	}

	/** Name an object that has an index and so shares the names of tables. */
	String relation(String table, List<String> columns, String suffix) {
		String name = of(table, columns, suffix);
		TablePath path = TablePath.of(table);
		if (!take(path.beside(name).text())) {
			name = ConstraintNames.cut(name, suffix, table + "." + columns);
			take(path.beside(name).text());
		}
		return name;
	}

	/** Name a constraint, which shares names with those of its table only. */
	static String of(String table, List<String> columns, String suffix) {
		return ConstraintNames.of(TablePath.of(table).name(), columns, suffix);
	}

}
