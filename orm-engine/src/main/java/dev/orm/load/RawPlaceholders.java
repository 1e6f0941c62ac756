package dev.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placeholders of a statement somebody wrote by hand, turned into JDBC's. Immutable.
 *
 * @param text the text, with a {@code ?} for each placeholder
 * @param count how many there are
 * @param names the names of those that have one, in order
 */
record RawPlaceholders(String text, int count, List<String> names) {

	/**
	 * Quoted text, quoted names, comments, placeholders and question marks, whichever
	 * comes first.
	 */
	private static final Pattern TOKENS = Pattern
		.compile("'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|--[^\\n]*|/\\*.*?\\*/"
				+ "|\\$(\\w*)\\$.*?\\$\\1\\$|%%|%s|%\\((\\w+)\\)s|\\?\\??", Pattern.DOTALL);

	RawPlaceholders {
		names = List.copyOf(names);
	}

	static RawPlaceholders read(String sql) {
		boolean percent = TOKENS.matcher(sql).results().anyMatch((token) -> isPercent(token.group()));
		return percent ? percent(sql) : new RawPlaceholders(sql,
				(int) TOKENS.matcher(sql).results().filter((token) -> token.group().equals("?")).count(), List.of());
	}

	private static boolean isPercent(String token) {
		return token.equals("%s") || token.startsWith("%(");
	}

	private static RawPlaceholders percent(String sql) {
		StringBuilder text = new StringBuilder();
		List<String> names = new ArrayList<>();
		int count = 0;
		Matcher tokens = TOKENS.matcher(sql);
		while (tokens.find()) {
			String token = tokens.group();
			if (isPercent(token)) {
				count++;
				if (tokens.group(2) != null) {
					names.add(tokens.group(2));
				}
			}
			tokens.appendReplacement(text, Matcher.quoteReplacement(replacement(token)));
		}
		return new RawPlaceholders(tokens.appendTail(text).toString(), count, names);
	}

	private static String replacement(String token) {
		if (isPercent(token)) {
			return "?";
		}
		// JDBC's own mark is an operator here, which the driver wants doubled
		return token.startsWith("?") ? token.replace("?", "??") : token.replace("%%", "%");
	}

}
