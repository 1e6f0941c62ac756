package dev.orm.migration.model;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Names constraints and indexes as PostgreSQL itself does where nobody names them, so
 * that a schema written by hand is adopted without renames. Used by one thread.
 */
final class ObjectNames {

	/** What PostgreSQL keeps of a name. */
	static final int MAX_BYTES = 63;

	private final Set<String> taken = new HashSet<>();

	/** Take a name, as that of a table, out of circulation. */
	void take(String name) {
		this.taken.add(name);
	}

	/** Name an object that has an index and so shares the names of tables. */
	String relation(String table, List<String> columns, String suffix) {
		String name = of(table, columns, suffix);
		if (!this.taken.add(name)) {
			name = cut(name, suffix, table + "." + columns);
			this.taken.add(name);
		}
		return name;
	}

	/** Name a constraint, which shares names with those of its table only. */
	static String of(String table, List<String> columns, String suffix) {
		String name = table + (columns.isEmpty() ? "" : "_" + String.join("_", columns)) + "_" + suffix;
		return (bytes(name) > MAX_BYTES) ? cut(name, suffix, name) : name;
	}

	private static int bytes(String name) {
		return name.getBytes(StandardCharsets.UTF_8).length;
	}

	private static String cut(String name, String suffix, String source) {
		CRC32 crc = new CRC32();
		crc.update(source.getBytes(StandardCharsets.UTF_8));
		String end = "_%08x_%s".formatted(crc.getValue(), suffix);
		String start = name.substring(0, name.length() - suffix.length() - 1);
		while (bytes(start) + bytes(end) > MAX_BYTES) {
			start = start.substring(0, start.length() - 1);
		}
		return start + end;
	}

}
