package dev.orm.migration.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a script into its statements. Semicolons in literals, quoted names, comments and
 * dollar quotes end none.
 */
public final class ScriptStatements {

	private static final Pattern PART = Pattern
		.compile("--[^\\n]*|/\\*.*?\\*/|[eE]'(?:[^'\\\\]++|''|\\\\.)*+'|'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\""
				+ "|(\\$[A-Za-z_0-9]*\\$).*?\\1|(;)|[^'\"$;/\\-eE]+|.", Pattern.DOTALL);

	/** What the server runs in no transaction. */
	private static final Pattern CONCURRENT = Pattern
		.compile("(?is)\\b(?:CREATE\\s+(?:UNIQUE\\s+)?INDEX|DROP\\s+INDEX|REINDEX\\b.*|DETACH\\s+PARTITION\\s.*)\\s+"
				+ "CONCURRENTLY\\b.*");

	private ScriptStatements() {
	}

	/**
	 * Split a script.
	 * @param script SQL
	 * @return the statements, without semicolons and without what is empty or comment
	 * only
	 */
	public static List<String> split(String script) {
		List<String> statements = new ArrayList<>();
		Matcher part = PART.matcher(script);
		int start = 0;
		boolean empty = true;
		while (part.find()) {
			if (part.group(2) != null) {
				add(statements, script.substring(start, part.start()), empty);
				start = part.end();
				empty = true;
			}
			else {
				empty &= part.group().isBlank() || part.group().startsWith("--") || part.group().startsWith("/*");
			}
		}
		add(statements, script.substring(start), empty);
		return statements;
	}

	/**
	 * Return where a statement begins to say something.
	 * @param statement SQL
	 * @return the place after the blanks and comments it begins with
	 */
	public static int beginning(String statement) {
		Matcher part = PART.matcher(statement);
		while (part.find()) {
			String text = part.group();
			boolean quiet = text.isBlank() || text.startsWith("--") || text.startsWith("/*");
			if (!quiet) {
				return part.start() + text.length() - text.stripLeading().length();
			}
		}
		return statement.length();
	}

	/**
	 * Return whether a script makes or drops an index beside writers, or detaches a
	 * partition so: comments and literals that say the word do not count.
	 * @param script SQL
	 * @return true if a statement begins like that
	 */
	public static boolean isConcurrent(String script) {
		return split(script).stream().map(ScriptStatements::words).anyMatch((one) -> CONCURRENT.matcher(one).find());
	}

	/**
	 * Return what a statement says without comments and literals.
	 * @param statement SQL
	 * @return its words and names, with blanks for the rest
	 */
	public static String words(String statement) {
		StringBuilder words = new StringBuilder();
		Matcher part = PART.matcher(statement);
		while (part.find()) {
			String text = part.group();
			boolean quiet = text.startsWith("--") || text.startsWith("/*") || text.startsWith("'")
					|| text.matches("(?s)[eE]'.*") || part.group(1) != null;
			words.append(quiet ? " " : text);
		}
		return words.toString();
	}

	private static void add(List<String> statements, String statement, boolean empty) {
		if (!empty) {
			statements.add(statement.strip());
		}
	}

}
