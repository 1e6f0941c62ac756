package dev.orm.migration.files;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of an undo script that refuses it, as {@code -- orm:irreversible because …}, or
 * as long as something is so, {@code -- orm:irreversible if EXISTS (…) because …}.
 * Immutable.
 *
 * @param condition a condition of SQL, as things are before the script runs; empty for
 * always
 * @param reason why it cannot be taken back
 */
public record IrreversibleLine(String condition, String reason) {

	private static final Pattern LINE = Pattern
		.compile("(?m)^\\s*-- orm:irreversible(?: if (.+?))? because (\\S.*?)\\s*$");

	/**
	 * Find the lines of a script.
	 * @param script SQL
	 * @return the lines, in their order
	 */
	public static List<IrreversibleLine> in(String script) {
		return LINE.matcher(script)
			.results()
			.map((line) -> new IrreversibleLine((line.group(1) != null) ? line.group(1) : "", line.group(2)))
			.toList();
	}

	/**
	 * Return the line.
	 * @return a comment of SQL
	 */
	public String text() {
		return "-- orm:irreversible " + (this.condition.isEmpty() ? "" : "if " + this.condition + " ") + "because "
				+ this.reason;
	}

}
