package dev.orm.migration.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The Java type of a column, and what {@code @Column} has to say beside it. Immutable.
 *
 * @param name the type, by its simple name
 * @param wrapper its name where it takes NULL
 * @param imported what is imported for it; empty for nothing
 * @param column attributes of {@code @Column}, such as {@code length}
 */
record JavaType(String name, String wrapper, String imported, Map<String, String> column) {

	private static final Pattern SIZED = Pattern.compile("(\\w+)\\((\\d+)(?:, (\\d+))?\\)");

	private static final Pattern TIMED = Pattern.compile("(timestamp|time)\\(\\d\\)(.*)");

	private static final String LIST = "java.util.List";

	private static final Map<String, JavaType> PLAIN = Map.ofEntries(plain("smallint", "short", "Short", ""),
			plain("integer", "int", "Integer", ""), plain("bigint", "long", "Long", ""),
			plain("real", "float", "Float", ""), plain("double precision", "double", "Double", ""),
			plain("boolean", "boolean", "Boolean", ""), plain("numeric", "java.math.BigDecimal"),
			plain("text", "String", "String", ""), plain("uuid", "java.util.UUID"),
			plain("bytea", "byte[]", "byte[]", ""), plain("date", "java.time.LocalDate"),
			plain("timestamp with time zone", "java.time.Instant"), plain("timestamp", "java.time.LocalDateTime"),
			plain("time", "java.time.LocalTime"), plain("interval", "java.time.Duration"),
			plain("inet", "java.net.InetAddress"));

	private static final Map<String, String> RANGES = Map.of("int4range", "Integer", "int8range", "Long", "numrange",
			"java.math.BigDecimal", "daterange", "java.time.LocalDate", "tstzrange", "java.time.Instant", "tsrange",
			"java.time.LocalDateTime");

	private static Map.Entry<String, JavaType> plain(String sql, String java) {
		String simple = java.substring(java.lastIndexOf('.') + 1);
		return plain(sql, simple, simple, java);
	}

	private static Map.Entry<String, JavaType> plain(String sql, String name, String wrapper, String imported) {
		return Map.entry(sql, new JavaType(name, wrapper, imported, Map.of()));
	}

	/** The type of a column of SQL; a text where Java has no type of its own for it. */
	static JavaType of(String sql) {
		JavaType plain = PLAIN.get(sql);
		if (plain != null) {
			return plain;
		}
		Matcher sized = SIZED.matcher(sql);
		if (sized.matches() && sized.group(1).equals("varchar")) {
			return text(Map.of("length", sized.group(2)));
		}
		if (sized.matches() && sized.group(1).equals("numeric")) {
			return decimal(sized.group(2), (sized.group(3) != null) ? sized.group(3) : "0");
		}
		if (sql.endsWith("[]")) {
			return list(sql, of(sql.substring(0, sql.length() - 2)));
		}
		JavaType timed = timed(sql);
		if (timed != null) {
			return timed;
		}
		String bound = RANGES.get(sql);
		if (bound != null) {
			return new JavaType("Range<" + bound + ">", "Range<" + bound + ">", "dev.orm.type.Range", Map.of());
		}
		return text(named(sql));
	}

	private static Map<String, String> named(String sql) {
		return Map.of("type", JavaNames.literal(sql));
	}

	/** Times of fewer digits. */
	private static @Nullable JavaType timed(String sql) {
		Matcher timed = TIMED.matcher(sql);
		JavaType plain = timed.matches() ? PLAIN.get(timed.group(1) + timed.group(2)) : null;
		return (plain != null) ? new JavaType(plain.name(), plain.wrapper(), plain.imported(), named(sql)) : null;
	}

	private static JavaType text(Map<String, String> column) {
		return new JavaType("String", "String", "", column);
	}

	private static JavaType decimal(String precision, String scale) {
		Map<String, String> column = new LinkedHashMap<>();
		column.put("precision", precision);
		if (!scale.equals("0")) {
			column.put("scale", scale);
		}
		return new JavaType("BigDecimal", "BigDecimal", "java.math.BigDecimal", column);
	}

	private static JavaType list(String sql, JavaType element) {
		String type = element.imported().isEmpty() || element.imported().equals(LIST) ? element.wrapper()
				: element.wrapper().replace(simple(element.imported()), element.imported());
		return new JavaType("List<" + type + ">", "List<" + type + ">", LIST,
				element.column().isEmpty() ? Map.of() : named(sql));
	}

	private static String simple(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

}
