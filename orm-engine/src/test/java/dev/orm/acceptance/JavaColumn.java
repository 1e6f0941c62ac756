package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * How a column of models.json is declared in Java.
 *
 * @param type the type of the attribute
 * @param options the parts of {@code @Column} that follow from the type
 * @param natural false if the type has no Java type of its own and is kept as text
 */
record JavaColumn(String type, List<String> options, boolean natural) {

	private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("int", "java.lang.Integer"),
			Map.entry("bigint", "java.lang.Long"), Map.entry("smallint", "java.lang.Short"),
			Map.entry("float", "java.lang.Double"), Map.entry("decimal", "java.math.BigDecimal"),
			Map.entry("text", "java.lang.String"), Map.entry("varchar", "java.lang.String"),
			Map.entry("bool", "java.lang.Boolean"), Map.entry("date", "java.time.LocalDate"),
			Map.entry("datetime", "java.time.Instant"), Map.entry("time", "java.time.LocalTime"),
			Map.entry("duration", "java.time.Duration"), Map.entry("uuid", "java.util.UUID"),
			Map.entry("json", "tools.jackson.databind.JsonNode"), Map.entry("binary", "byte[]"),
			Map.entry("bytea", "byte[]"), Map.entry("tsvector", "java.lang.String"),
			Map.entry("int4range", range("java.lang.Integer")), Map.entry("int8range", range("java.lang.Long")),
			Map.entry("numrange", range("java.math.BigDecimal")), Map.entry("daterange", range("java.time.LocalDate")),
			Map.entry("tstzrange", range("java.time.Instant")), Map.entry("tsrange", range("java.time.LocalDateTime")));

	/** Types whose Java type says all. */
	private static final List<String> PLAIN = List.of("integer", "bigint", "smallint", "double precision", "text",
			"boolean", "date", "timestamp with time zone", "time", "interval", "uuid", "jsonb", "bytea", "int4range",
			"int8range", "numrange", "daterange", "tstzrange", "tsrange");

	JavaColumn {
		options = List.copyOf(options);
	}

	static JavaColumn of(JsonNode field) {
		String type = bare(field.path("type").asString());
		String stored = field.path("db_type").asString(type);
		String known = javaType(type);
		List<String> options = new ArrayList<>();
		if (stored.startsWith("varchar(") && !type.endsWith("[]")) {
			options.add("length = " + stored.substring("varchar(".length(), stored.length() - 1));
		}
		else if (stored.startsWith("numeric(") && !type.endsWith("[]")) {
			String[] sizes = stored.substring("numeric(".length(), stored.length() - 1).split(", *");
			options.add("precision = " + sizes[0]);
			options.add("scale = " + ((sizes.length > 1) ? sizes[1] : "0"));
		}
		else if (!PLAIN.contains(stored) && !stored.equals("numeric")) {
			options.add("type = " + ModelSource.literal(stored));
		}
		return new JavaColumn(known.isEmpty() ? "java.lang.String" : known, options, !known.isEmpty());
	}

	/** The type without its sizes. */
	static String bare(String type) {
		return type.replaceAll("\\([^)]*\\)", "");
	}

	private static String javaType(String type) {
		if (!type.endsWith("[]")) {
			return TYPES.getOrDefault(type, "");
		}
		String element = javaType(type.substring(0, type.length() - 2));
		return element.isEmpty() ? "" : "java.util.List<" + element + ">";
	}

	private static String range(String bound) {
		return "dev.orm.type.Range<" + bound + ">";
	}

}
