package dev.orm.render;

import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a statement into its text, for statements that take no parameters.
 * What comes out holds values: it is sent, and shown to nobody.
 */
public final class LiteralText {

	/** What a question mark may stand in without being a placeholder, and those. */
	private static final Pattern TOKENS = Pattern
		.compile("\\b[eE]'(?:[^'\\\\]++|''|\\\\.)*+'|'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|--[^\\n]*|/\\*.*?\\*/"
				+ "|\\$(\\w*)\\$.*?\\$\\1\\$|\\?\\??", Pattern.DOTALL);

	private LiteralText() {
	}

	/**
	 * Write values into a statement.
	 * @param sql the text, with a {@code ?} for each value; a doubled one is an operator
	 * @param types the types of the values
	 * @param values the values, converted to the Java classes of their types
	 * @return the text without placeholders
	 */
	public static String of(String sql, List<ValueType> types, List<? extends @Nullable Object> values) {
		StringBuilder text = new StringBuilder(sql.length() + 16 * values.size());
		Iterator<ValueType> type = types.iterator();
		Iterator<? extends @Nullable Object> value = values.iterator();
		Matcher tokens = TOKENS.matcher(sql);
		while (tokens.find()) {
			String token = tokens.group();
			String written = switch (token) {
				case "?" -> literal(type.next(), value.next());
				case "??" -> "?";
				default -> token;
			};
			tokens.appendReplacement(text, Matcher.quoteReplacement(written));
		}
		return tokens.appendTail(text).toString();
	}

	/** A value with the type it would be bound with. */
	private static String literal(ValueType type, @Nullable Object value) {
		ValueType known = (type.kind() == Kind.UNKNOWN && value != null) ? ValueTypes.ofValue(value) : type;
		String cast = (known.kind() == Kind.UNKNOWN) ? "" : "::" + known.driverName();
		return (value != null) ? quoted(known.codec().write(known.codec().convert(value))) + cast : "NULL" + cast;
	}

	/** A backslash means itself, whatever the session says of plain quotes. */
	static String quoted(String text) {
		String quoted = "'" + text.replace("'", "''") + "'";
		return (text.indexOf('\\') < 0) ? quoted : "E" + quoted.replace("\\", "\\\\");
	}

}
