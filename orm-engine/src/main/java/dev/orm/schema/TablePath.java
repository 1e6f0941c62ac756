package dev.orm.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a table is: its name, and the schema it lies in if that is not the one of the
 * search path. Facts carry it as one text, {@code product} or {@code sales.product}; a
 * point or a backslash that belongs to a name is written after a backslash. Immutable.
 *
 * @param schema the schema; empty for that of the search path
 * @param name the table
 */
public record TablePath(String schema, String name) {

	/**
	 * Read the text of a path.
	 * @param text the text
	 * @return the path
	 */
	public static TablePath of(String text) {
		int point = point(text);
		return (point < 0) ? new TablePath("", plain(text))
				: new TablePath(plain(text.substring(0, point)), plain(text.substring(point + 1)));
	}

	/** The place of the point between schema and table; negative without one. */
	private static int point(String text) {
		for (int i = text.indexOf('.'); i >= 0 && i < text.length(); i++) {
			if (text.charAt(i) == '.' && !isEscaped(text, i)) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isEscaped(String text, int place) {
		int start = place;
		while (start > 0 && text.charAt(start - 1) == '\\') {
			start--;
		}
		return (place - start) % 2 == 1;
	}

	private static String plain(String text) {
		return (text.indexOf('\\') < 0) ? text : text.replaceAll("\\\\(.)", "$1");
	}

	private static String escaped(String name) {
		return (name.indexOf('.') < 0 && name.indexOf('\\') < 0) ? name : name.replaceAll("([.\\\\])", "\\\\$1");
	}

	/**
	 * Return the text facts carry.
	 * @return the text, which {@link #of(String)} reads
	 */
	public String text() {
		return this.schema.isEmpty() ? escaped(this.name) : escaped(this.schema) + "." + escaped(this.name);
	}

	/**
	 * Return what lies in the same schema.
	 * @param other the name of a table or an index
	 * @return its path
	 */
	public TablePath beside(String other) {
		return new TablePath(this.schema, other);
	}

	/** Return the path as a line of the journal writes it. */
	public String line() {
		return parts().stream().map(FactNames::write).collect(Collectors.joining("."));
	}

	/**
	 * Return the names the path is made of.
	 * @return the schema, unless it is that of the search path, and the table
	 */
	public List<String> parts() {
		List<String> parts = new ArrayList<>(2);
		if (!this.schema.isEmpty()) {
			parts.add(this.schema);
		}
		parts.add(this.name);
		return parts;
	}

}
