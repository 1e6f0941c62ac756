package dev.orm.migration.ddl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a check says of one column, in the words checks mostly have: comparisons
 * with literals, ranges, lists, lengths. Whatever else it says is not understood.
 * Immutable.
 */
final class CheckText {

	private static final String LITERAL = "(\\(?-?\\d+(?:\\.\\d+)?\\)?|'(?:[^']++|'')*+')(?:::[a-z ]+(?:\\([\\d, ]+\\))?)?";

	private static final Pattern FOUND = Pattern
		.compile("'((?:[^']++|'')*+)'|(?<![\\w\".])(-?\\d+(?:\\.\\d+)?)(?![\\w\"])");

	private final String subject;

	private final String expression;

	/**
	 * Create it.
	 * @param column the column
	 * @param expression the check
	 */
	CheckText(String column, String expression) {
		String name = Pattern.quote(SqlText.name(column));
		this.subject = "(char_length|length|cardinality)?\\(*" + name + "\\)*(?:::[a-z ]+)?\\)*";
		this.expression = expression;
	}

	/** The literals it has, bare: values a column may have been compared with. */
	List<String> literals() {
		List<String> literals = new ArrayList<>();
		Matcher found = FOUND.matcher(this.expression);
		while (found.find()) {
			String text = (found.group(1) != null) ? found.group(1).replace("''", "'") : found.group(2);
			if (text.startsWith("{") && text.endsWith("}")) {
				literals.addAll(elements(text));
			}
			else {
				literals.add(text);
			}
		}
		return literals;
	}

	private static List<String> elements(String array) {
		List<String> elements = new ArrayList<>();
		Matcher element = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^,{}\"]+)").matcher(array);
		while (element.find()) {
			elements.add((element.group(1) != null) ? element.group(1).replaceAll("\\\\(.)", "$1") : element.group(2));
		}
		return elements;
	}

	/** Whether it is known to take a value. */
	boolean takes(String value) {
		return takes(this.expression, value);
	}

	private boolean takes(String text, String value) {
		String bare = bare(text.strip());
		List<String> alternatives = split(bare, "OR");
		if (alternatives.size() > 1) {
			return alternatives.stream().anyMatch((part) -> takes(part, value));
		}
		List<String> terms = split(bare, "AND");
		return (terms.size() > 1) ? terms.stream().allMatch((part) -> takes(part, value)) : takesTerm(bare, value);
	}

	private boolean takesTerm(String term, String value) {
		if (term.matches("(?i)" + this.subject + "\\s+IS\\s+NOT\\s+NULL")) {
			return true;
		}
		if (term.matches("(?i)(NOT\\s+)?" + this.subject)) {
			return value.equals(String.valueOf(!term.toUpperCase(Locale.ROOT).startsWith("NOT")));
		}
		Matcher compared = matcher("\\s*(>=|<=|<>|!=|=|>|<)\\s*" + LITERAL, term);
		if (compared.matches()) {
			return compares(subject(compared, value), compared.group(2), literal(compared.group(3)));
		}
		Matcher range = matcher("\\s+BETWEEN\\s+" + LITERAL + "\\s+AND\\s+" + LITERAL, term);
		if (range.matches()) {
			String found = subject(range, value);
			String least = literal(range.group(2));
			return found.equals(least)
					|| (compares(found, ">=", least) && compares(found, "<=", literal(range.group(3))));
		}
		return isListed(term, value);
	}

	private boolean isListed(String term, String value) {
		Matcher list = matcher("\\s*(?:IN\\s*\\((.*)\\)|=\\s*ANY\\s*\\((.*)\\))", term);
		if (!list.matches() || list.group(1) != null) {
			return false;
		}
		String values = (list.group(2) != null) ? list.group(2) : list.group(3);
		return new CheckText("", values).literals().contains(value);
	}

	private Matcher matcher(String rest, String term) {
		return Pattern.compile(this.subject + rest, Pattern.CASE_INSENSITIVE).matcher(term);
	}

	/** The value, or how long it is. */
	private static String subject(Matcher term, String value) {
		return (term.group(1) != null) ? String.valueOf(value.codePointCount(0, value.length())) : value;
	}

	private static String literal(String text) {
		return text.startsWith("'") ? text.substring(1, text.length() - 1).replace("''", "'")
				: text.replaceAll("[()]", "");
	}

	/** Texts are told apart; how they are sorted is the server's matter. */
	private static boolean compares(String left, String operator, String right) {
		Optional<Integer> order = order(left, right);
		boolean negated = operator.equals("<>") || operator.equals("!=");
		if (order.isEmpty()) {
			return negated && !left.equals(right);
		}
		return switch (operator) {
			case ">=" -> order.get() >= 0;
			case "<=" -> order.get() <= 0;
			case ">" -> order.get() > 0;
			case "<" -> order.get() < 0;
			case "=" -> order.get() == 0;
			default -> order.get() != 0;
		};
	}

	private static Optional<Integer> order(String left, String right) {
		if (left.equals(right)) {
			return Optional.of(0);
		}
		String number = "-?\\d+(\\.\\d+)?";
		return (left.matches(number) && right.matches(number))
				? Optional.of(new BigDecimal(left).compareTo(new BigDecimal(right))) : Optional.empty();
	}

	private static String bare(String text) {
		return (text.startsWith("(") && end(text, 0) == text.length() - 1) ? bare(text.substring(1, text.length() - 1))
				: text;
	}

	/** The place of the parenthesis that closes the one at a place. */
	private static int end(String text, int start) {
		int depth = 0;
		boolean quoted = false;
		for (int i = start; i < text.length(); i++) {
			char letter = text.charAt(i);
			quoted ^= letter == '\'';
			if (!quoted) {
				depth += (letter == '(') ? 1 : (letter == ')') ? -1 : 0;
			}
			if (depth == 0) {
				return i;
			}
		}
		return -1;
	}

	/** The parts between a word that stands outside of all parentheses. */
	private static List<String> split(String text, String word) {
		List<String> parts = new ArrayList<>();
		Matcher found = Pattern
			.compile("(?i)'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|\\bBETWEEN\\b.+?\\bAND\\b|(\\()|(\\))|\\b(" + word
					+ ")\\b")
			.matcher(text);
		int depth = 0;
		int start = 0;
		while (found.find()) {
			depth += (found.group(1) != null) ? 1 : (found.group(2) != null) ? -1 : 0;
			if (found.group(3) != null && depth == 0) {
				parts.add(text.substring(start, found.start()));
				start = found.end();
			}
		}
		parts.add(text.substring(start));
		return parts;
	}

}
