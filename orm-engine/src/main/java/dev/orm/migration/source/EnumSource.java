package dev.orm.migration.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.orm.schema.Check;
import dev.orm.schema.Column;

/**
 * An enum of the texts a check allows in a column. Immutable.
 *
 * @param name its name
 * @param constants the stored texts by constant
 */
record EnumSource(String name, Map<String, String> constants) {

	private static final Pattern LITERAL = Pattern.compile("'((?:[^']++|'')*+)'");

	/**
	 * Find the check of a column that lists texts, as the server spells it or as people
	 * do.
	 */
	static Optional<EnumSource> of(Column column, List<Check> checks, JavaNames types) {
		String name = "\\(*\"?" + Pattern.quote(column.name()) + "\"?\\)*(?:::text)?";
		String texts = "'(?:[^']++|'')*+'(?:::[a-z ]+)?";
		Pattern list = Pattern.compile(name + "\\s*(?:= ANY\\s*\\(+ARRAY\\[|IN\\s*\\()\\s*" + texts + "(?:\\s*,\\s*"
				+ texts + ")*[\\])a-z:\\[ ]*", Pattern.CASE_INSENSITIVE);
		return checks.stream()
			.map((check) -> list.matcher(check.expression()))
			.filter(Matcher::matches)
			.map((matcher) -> named(column, matcher.group(), types))
			.findFirst();
	}

	private static EnumSource named(Column column, String expression, JavaNames types) {
		List<String> texts = new ArrayList<>();
		Matcher literal = LITERAL.matcher(expression);
		while (literal.find()) {
			texts.add(literal.group(1).replace("''", "'"));
		}
		Map<String, String> constants = new LinkedHashMap<>();
		for (String text : texts) {
			String constant = JavaNames.constant(text);
			while (constants.containsKey(constant)) {
				constant += "_";
			}
			constants.put(constant, text);
		}
		return new EnumSource(types.type(column.name()), constants);
	}

	/** The declaration, within the class of the model. */
	String text() {
		String list = this.constants.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "(" + JavaNames.literal(entry.getValue()) + ")")
			.collect(Collectors.joining(", "));
		return """
				public enum %1$s implements Choice {

					%2$s;

					private final String value;

					%1$s(String value) {
						this.value = value;
					}

					@Override
					public String value() {
						return this.value;
					}

				}
				""".formatted(this.name, list);
	}

}
