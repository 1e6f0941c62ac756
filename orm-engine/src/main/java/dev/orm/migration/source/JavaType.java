package dev.orm.migration.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
		JavaType element = sql.endsWith("[]") ? PLAIN.get(sql.substring(0, sql.length() - 2)) : null;
		if (element != null) {
			return list(element);
		}
		String bound = RANGES.get(sql);
		if (bound != null) {
			return new JavaType("Range<" + bound + ">", "Range<" + bound + ">", "dev.orm.type.Range", Map.of());
		}
		return text(Map.of("type", '"' + sql.replace("\\", "\\\\").replace("\"", "\\\"") + '"'));
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

	private static JavaType list(JavaType element) {
		String type = element.imported().isEmpty() ? element.wrapper() : element.imported();
		return new JavaType("List<" + type + ">", "List<" + type + ">", "java.util.List", Map.of());
	}

}
