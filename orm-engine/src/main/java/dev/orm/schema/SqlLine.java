package dev.orm.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings SQL onto one line without changing what it means. */
public final class SqlLine {

	private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n]\\s*");

	private static final Pattern PARTS = Pattern.compile("'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|[^'\"]+|.",
			Pattern.DOTALL);

	private SqlLine() {
	}

	/**
	 * Return an expression on one line: breaks between its parts become blanks, those in
	 * a literal an escape.
	 * @param sql the expression
	 * @return the expression, without line breaks
	 */
	public static String of(String sql) {
		return (sql.indexOf('\n') < 0 && sql.indexOf('\r') < 0) ? sql
				: PARTS.matcher(sql).replaceAll((part) -> Matcher.quoteReplacement(part(part.group()))).strip();
	}

	private static String part(String text) {
		if (text.startsWith("'") && (text.contains("\n") || text.contains("\r"))) {
			return "E" + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
		}
		return text.startsWith("'") || text.startsWith("\"") ? text : BREAKS.matcher(text).replaceAll(" ");
	}

}
