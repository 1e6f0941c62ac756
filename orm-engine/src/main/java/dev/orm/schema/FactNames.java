package dev.orm.schema;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes names and texts the way facts spell them. */
final class FactNames {

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

	/** A literal, a dollar-quoted text or a quoted name, whichever comes first. */
	private static final Pattern QUOTED = Pattern
		.compile("'(?:[^']++|'')*+'|(\\$[A-Za-z_0-9]*\\$).*?\\1|\"(?:[^\"]++|\"\")*+\"", Pattern.DOTALL);

	private FactNames() {
	}

	static String write(String name) {
		return PLAIN.matcher(name).matches() ? name : quoted(name);
	}

	static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"").replace("\\", "\\\\").replace("\n", "\\n") + '"';
	}

	static String list(List<String> names) {
		return names.stream().map(FactNames::write).collect(Collectors.joining(", ", "(", ")"));
	}

	/** Write a text on one line. */
	static String text(String text) {
		return "'" + text.replace("'", "''").replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n") + "'";
	}

	/** Write an SQL expression on one line; blanks outside of literals mean nothing. */
	static String expression(String sql) {
		return "(" + sql + ")";
	}

	static List<String> renamed(List<String> names, String from, String to) {
		return names.stream().map((name) -> name.equals(from) ? to : name).toList();
	}

	/** Rename a column where an expression names it in double quotes. */
	static String renamed(String sql, String from, String to) {
		String before = '"' + from.replace("\"", "\"\"") + '"';
		String after = '"' + to.replace("\"", "\"\"") + '"';
		return QUOTED.matcher(sql)
			.replaceAll((token) -> Matcher.quoteReplacement(token.group().equals(before) ? after : token.group()));
	}

}
