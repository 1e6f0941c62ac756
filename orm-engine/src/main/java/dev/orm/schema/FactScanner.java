package dev.orm.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks over the text of a fact, part by part. Used by one thread. */
public final class FactScanner {

	private static final Pattern QUOTED_NAME = Pattern.compile("\"(?:[^\"]++|\"\")++\"");

	private static final Pattern TEXT = Pattern.compile("'(?:[^']++|'')*+'");

	/** A quoted part of an expression, in which parentheses and commas mean nothing. */
	private static final Pattern OPAQUE = Pattern
		.compile("E'(?:[^'\\\\]++|''|\\\\.)*+'|'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|(\\$[A-Za-z_0-9]*\\$).*?\\1");

	/** What a quoted part begins with. */
	private static final String QUOTES = "'\"$E";

	private final String line;

	private int position;

	public FactScanner(String line) {
		this.line = line;
		blanks();
	}

	private void blanks() {
		while (this.position < this.line.length() && this.line.charAt(this.position) == ' ') {
			this.position++;
		}
	}

	String word() {
		return letters('-', "a word");
	}

	public String name() {
		if (!isAt("\"")) {
			return letters('$', "a name");
		}
		String name = take(QUOTED_NAME, "a name");
		return unescaped(name.substring(1, name.length() - 1).replace("\"\"", "\""));
	}

	/** Return names with points between: at most a schema, a table and a part of it. */
	List<String> qualified() {
		List<String> names = new ArrayList<>(3);
		names.add(name());
		while (names.size() < 3 && skip(".")) {
			names.add(name());
		}
		return names;
	}

	/** Return the path of a table, as its text. */
	public String path() {
		List<String> names = qualified();
		if (names.size() > 2) {
			throw unexpected("a table");
		}
		return new TablePath((names.size() == 2) ? names.get(0) : "", names.get(names.size() - 1)).text();
	}

	/**
	 * Take letters, digits, underscores and one more sign: by hand, as there are
	 * thousands.
	 */
	private String letters(char more, String what) {
		int end = this.position;
		while (end < this.line.length() && isNamePart(this.line.charAt(end), more)) {
			end++;
		}
		if (end == this.position || Character.isDigit(this.line.charAt(this.position))) {
			throw unexpected(what);
		}
		String letters = this.line.substring(this.position, end);
		this.position = end;
		blanks();
		return letters;
	}

	private static boolean isNamePart(char letter, char more) {
		return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
				|| letter == '_' || letter == more;
	}

	String text() {
		String text = take(TEXT, "a text in single quotes");
		return unescaped(text.substring(1, text.length() - 1).replace("''", "'"));
	}

	private static String unescaped(String text) {
		if (text.indexOf('\\') < 0) {
			return text;
		}
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char next = text.charAt(i);
			boolean escape = next == '\\' && i + 1 < text.length();
			plain.append(escape ? escaped(text.charAt(++i)) : next);
		}
		return plain.toString();
	}

	private static char escaped(char letter) {
		return switch (letter) {
			case 'n' -> '\n';
			case 'r' -> '\r';
			default -> letter;
		};
	}

	private String take(Pattern pattern, String what) {
		Matcher matcher = pattern.matcher(this.line).region(this.position, this.line.length());
		if (!matcher.lookingAt()) {
			throw unexpected(what);
		}
		this.position = matcher.end();
		blanks();
		return matcher.group();
	}

	List<String> names() {
		FactScanner inner = new FactScanner(parentheses());
		List<String> names = new ArrayList<>(List.of(inner.name()));
		while (inner.skip(",")) {
			names.add(inner.name());
		}
		inner.end();
		return names;
	}

	/** Return what is within balanced parentheses. */
	String parentheses() {
		if (!isAt("(")) {
			throw unexpected("an expression in parentheses");
		}
		int end = closing(this.line, this.position);
		if (end < 0) {
			throw new FactException("a parenthesis is not closed: %s".formatted(this.line.substring(this.position)));
		}
		String inside = this.line.substring(this.position + 1, end);
		this.position = end + 1;
		blanks();
		return inside;
	}

	private static int closing(String text, int open) {
		int depth = 0;
		for (int i = open; i < text.length(); i = next(text, i)) {
			depth += (text.charAt(i) == '(') ? 1 : (text.charAt(i) == ')') ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		return -1;
	}

	/** The place after a character, or after the quoted part that begins there. */
	private static int next(String text, int at) {
		if (QUOTES.indexOf(text.charAt(at)) < 0) {
			return at + 1;
		}
		Matcher opaque = OPAQUE.matcher(text).region(at, text.length());
		return opaque.lookingAt() ? opaque.end() : at + 1;
	}

	/** Split at the commas that are within nothing. */
	public static List<String> split(String text) {
		List<String> parts = new ArrayList<>();
		int start = 0;
		int depth = 0;
		for (int i = 0; i < text.length(); i = next(text, i)) {
			depth += (text.charAt(i) == '(') ? 1 : (text.charAt(i) == ')') ? -1 : 0;
			if (text.charAt(i) == ',' && depth == 0) {
				parts.add(text.substring(start, i).strip());
				start = i + 1;
			}
		}
		parts.add(text.substring(start).strip());
		return parts;
	}

	/** Return what comes before one of the words, or before the end. */
	String until(List<String> words) {
		int start = this.position;
		while (this.position < this.line.length() && !isAtOneOf(words)) {
			this.position = next(this.line, this.position);
		}
		String text = this.line.substring(start, this.position).strip();
		if (text.isEmpty()) {
			throw unexpected("a type");
		}
		return text;
	}

	private boolean isAtOneOf(List<String> words) {
		if (this.position > 0 && this.line.charAt(this.position - 1) != ' ') {
			return false;
		}
		for (String word : words) {
			if (isAt(word) && endsAt(this.position + word.length())) {
				return true;
			}
		}
		return false;
	}

	private boolean endsAt(int end) {
		return end >= this.line.length() || !Character.isLetterOrDigit(this.line.charAt(end));
	}

	boolean isAt(String words) {
		return this.line.startsWith(words, this.position);
	}

	public boolean skip(String words) {
		boolean letters = Character.isLetter(words.charAt(0));
		boolean found = isAt(words) && (!letters || endsAt(this.position + words.length()));
		if (found) {
			this.position += words.length();
			blanks();
		}
		return found;
	}

	void expect(String words) {
		if (!skip(words)) {
			throw unexpected("'" + words + "'");
		}
	}

	String rest() {
		String rest = this.line.substring(this.position).strip();
		this.position = this.line.length();
		return rest;
	}

	public boolean isAtEnd() {
		return this.position >= this.line.length();
	}

	public void end() {
		if (!isAtEnd()) {
			throw unexpected("the end of the line");
		}
	}

	FactException unexpected(String expected) {
		String rest = this.line.substring(this.position);
		return new FactException("%s was expected, but there is %s".formatted(expected,
				rest.isEmpty() ? "the end of the line" : "'" + rest + "'"));
	}

}
