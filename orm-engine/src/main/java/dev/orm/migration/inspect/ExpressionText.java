package dev.orm.migration.inspect;

import org.jspecify.annotations.Nullable;

/** Reads expressions as the catalogue writes them. */
final class ExpressionText {

	private ExpressionText() {
	}

	/** Without the parentheses that enclose all of it. */
	static String bare(@Nullable String expression) {
		String text = (expression != null) ? expression : "";
		while (text.startsWith("(") && closes(text)) {
			text = text.substring(1, text.length() - 1);
		}
		return text;
	}

	private static boolean closes(String text) {
		int depth = 0;
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			quoted ^= letter == '\'' || letter == '"';
			if (!quoted) {
				depth += (letter == '(') ? 1 : (letter == ')') ? -1 : 0;
			}
			if (depth == 0) {
				return i == text.length() - 1;
			}
		}
		return false;
	}

}
