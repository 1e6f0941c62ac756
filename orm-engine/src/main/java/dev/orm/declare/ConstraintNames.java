package dev.orm.declare;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Names constraints and indexes as PostgreSQL itself does where nobody names them.
 */
public final class ConstraintNames {

	/** What PostgreSQL keeps of a name. */
	public static final int MAX_BYTES = 63;

	private ConstraintNames() {
	}

	/**
	 * Name what stands on columns of a table.
	 * @param table the table
	 * @param columns the columns; empty for the table as a whole
	 * @param suffix {@code key}, {@code idx}, {@code fkey}, {@code check}, {@code pkey}
	 * @return the name; cut with a number of its own where it would be too long
	 */
	public static String of(String table, List<String> columns, String suffix) {
		String name = table + (columns.isEmpty() ? "" : "_" + String.join("_", columns)) + "_" + suffix;
		return (bytes(name) > MAX_BYTES) ? cut(name, suffix, name) : name;
	}

	/**
	 * Tell a name from one that is taken, or is cut like it.
	 * @param name the name
	 * @param suffix what it ends with
	 * @param source what tells it from others
	 * @return a name with a number made of the source before the suffix
	 */
	public static String cut(String name, String suffix, String source) {
		CRC32 crc = new CRC32();
		crc.update(source.getBytes(StandardCharsets.UTF_8));
		String end = "_%08x_%s".formatted(crc.getValue(), suffix);
		String start = name.substring(0, name.length() - suffix.length() - 1);
		while (bytes(start) + bytes(end) > MAX_BYTES) {
			start = start.substring(0, start.length() - 1);
		}
		return start + end;
	}

	/**
	 * Count what a name takes of {@link #MAX_BYTES}.
	 * @param name the name
	 * @return its length in UTF-8
	 */
	public static int bytes(String name) {
		return name.getBytes(StandardCharsets.UTF_8).length;
	}

}
