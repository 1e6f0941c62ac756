package dev.orm.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL that somebody wrote by hand, split at its placeholders. What stands in quotes or in
 * a comment is text, whatever it looks like. Immutable.
 *
 * @param pieces the texts between the placeholders; one more than there are of those
 * @param names the names of the placeholders that have one, in order
 */
public record RawText(List<String> pieces, List<String> names) {

	/**
	 * Quoted text, quoted names, comments, placeholders and question marks, whichever
	 * comes first.
	 */
	private static final Pattern TOKENS = Pattern
		.compile("'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|--[^\\n]*|/\\*.*?\\*/"
				+ "|\\$(\\w*)\\$.*?\\$\\1\\$|%%|%s|%\\((\\w+)\\)s|\\?\\??", Pattern.DOTALL);

	/** As above, with names behind a colon; a cast has two of them. */
	private static final Pattern NAMED = Pattern
		.compile("'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|--[^\\n]*|/\\*.*?\\*/"
				+ "|\\$(\\w*)\\$.*?\\$\\1\\$|::|:([A-Za-z_]\\w*)|\\?\\??|;", Pattern.DOTALL);

	private static final Pattern FIRST_WORD = Pattern.compile("(?:\\s|\\(|--[^\\n]*|/\\*.*?\\*/)*+(\\w*)",
			Pattern.DOTALL);

	public RawText {
		pieces = List.copyOf(pieces);
		names = List.copyOf(names);
	}

	/**
	 * Split a text at Django's placeholders: {@code %s} and {@code %(name)s}, where
	 * {@code %%} is a percent sign. A question mark is an operator of PostgreSQL then,
	 * which JDBC wants doubled.
	 * @param sql the text
	 * @return its pieces
	 */
	public static RawText split(String sql) {
		List<String> pieces = new ArrayList<>();
		List<String> names = new ArrayList<>();
		StringBuilder piece = new StringBuilder();
		Matcher tokens = TOKENS.matcher(sql);
		while (tokens.find()) {
			String token = tokens.group();
			boolean placeholder = isPlaceholder(token);
			tokens.appendReplacement(piece, placeholder ? "" : Matcher.quoteReplacement(literal(token)));
			if (placeholder) {
				pieces.add(piece.toString());
				piece.setLength(0);
			}
			if (tokens.group(2) != null) {
				names.add(tokens.group(2));
			}
		}
		pieces.add(tokens.appendTail(piece).toString());
		return new RawText(pieces, names);
	}

	/**
	 * Split a text at Django's placeholders or, where there are none, at JDBC's
	 * {@code ?}.
	 * @param sql the text
	 * @return its pieces
	 */
	public static RawText splitAtAny(String sql) {
		RawText text = split(sql);
		if (text.placeholders() > 0) {
			return text;
		}
		List<String> pieces = new ArrayList<>();
		int start = 0;
		Matcher tokens = TOKENS.matcher(sql);
		while (tokens.find()) {
			if (tokens.group().equals("?")) {
				pieces.add(sql.substring(start, tokens.start()));
				start = tokens.end();
			}
		}
		pieces.add(sql.substring(start));
		return new RawText(pieces, List.of());
	}

	/**
	 * Split a text at names behind a colon, as in {@code :name}. A question mark is an
	 * operator of PostgreSQL then.
	 * @param sql the text
	 * @return its pieces
	 */
	public static RawText splitAtNames(String sql) {
		List<String> pieces = new ArrayList<>();
		List<String> names = new ArrayList<>();
		StringBuilder piece = new StringBuilder();
		Matcher tokens = NAMED.matcher(sql);
		while (tokens.find()) {
			String name = tokens.group(2);
			String text = tokens.group().startsWith("?") ? "??" : tokens.group();
			tokens.appendReplacement(piece, (name != null) ? "" : Matcher.quoteReplacement(text));
			if (name != null) {
				names.add(name);
				pieces.add(piece.toString());
				piece.setLength(0);
			}
		}
		pieces.add(tokens.appendTail(piece).toString());
		return new RawText(pieces, names);
	}

	/**
	 * Return a text without placeholders as JDBC takes it, which wants operators with a
	 * question mark doubled.
	 * @param sql the text
	 * @return the text
	 */
	public static String verbatim(String sql) {
		return NAMED.matcher(sql)
			.replaceAll((token) -> Matcher.quoteReplacement(token.group().startsWith("?") ? "??" : token.group()));
	}

	/**
	 * Return the first statement of a text.
	 * @param sql the text
	 * @return what stands before the first semicolon that is neither quoted nor in a
	 * comment
	 */
	public static String first(String sql) {
		Matcher tokens = NAMED.matcher(sql);
		while (tokens.find()) {
			if (tokens.group().equals(";")) {
				return sql.substring(0, tokens.start());
			}
		}
		return sql;
	}

	/**
	 * Return the word a statement begins with.
	 * @param sql the text
	 * @return the word, behind comments and parentheses; empty if there is none
	 */
	public static String firstWord(String sql) {
		Matcher start = FIRST_WORD.matcher(sql);
		return start.lookingAt() ? start.group(1) : "";
	}

	/**
	 * Return whether a text holds more than one statement.
	 * @param sql the text
	 * @return true if more than comments follows the first statement
	 */
	public static boolean isSeveral(String sql) {
		String rest = sql.substring(first(sql).length());
		String code = NAMED.matcher(rest).replaceAll((token) -> isSilent(token.group()) ? " " : "code");
		return !code.isBlank();
	}

	private static boolean isSilent(String token) {
		return token.startsWith("--") || token.startsWith("/*") || token.equals(";");
	}

	private static boolean isPlaceholder(String token) {
		return token.equals("%s") || token.startsWith("%(");
	}

	private static String literal(String token) {
		return token.startsWith("?") ? "??" : token.replace("%%", "%");
	}

	/**
	 * Return how many placeholders there are.
	 * @return the number
	 */
	public int placeholders() {
		return this.pieces.size() - 1;
	}

	/**
	 * Return the text JDBC takes.
	 * @return the text, with a {@code ?} for each placeholder
	 */
	public String forJdbc() {
		return String.join("?", this.pieces);
	}

}
