package dev.orm.schema;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one spelling of a type among those PostgreSQL, its catalogue and its users have:
 * {@code varchar(20)} for {@code character varying(20)}, {@code bigint} for {@code int8}.
 */
public final class TypeSpelling {

	private static final Pattern PARTS = Pattern
		.compile("([^(\\[]+?)\\s*(\\([^)]*\\))?((?:\\s+[a-z][a-z ]*)?)\\s*((?:\\[\\d*\\]\\s*)*)");

	private static final Map<String, String> SYNONYMS = Map.ofEntries(Map.entry("character varying", "varchar"),
			Map.entry("character", "char"), Map.entry("bpchar", "char"), Map.entry("int2", "smallint"),
			Map.entry("int", "integer"), Map.entry("int4", "integer"), Map.entry("int8", "bigint"),
			Map.entry("bool", "boolean"), Map.entry("decimal", "numeric"), Map.entry("float8", "double precision"),
			Map.entry("float", "double precision"), Map.entry("double", "double precision"),
			Map.entry("float4", "real"), Map.entry("timestamptz", "timestamp with time zone"),
			Map.entry("timetz", "time with time zone"), Map.entry("timestamp without time zone", "timestamp"),
			Map.entry("time without time zone", "time"), Map.entry("bit varying", "varbit"));

	private TypeSpelling() {
	}

	/**
	 * Return the spelling facts use.
	 * @param type a type as anybody spells it
	 * @return the type
	 */
	public static String of(String type) {
		if (type.contains("\"")) {
			return type;
		}
		Matcher parts = PARTS.matcher(type.strip().toLowerCase(Locale.ROOT));
		if (!parts.matches()) {
			return type;
		}
		String size = (parts.group(2) != null) ? parts.group(2).replaceAll("\\s", "").replace(",", ", ") : "";
		String name = (parts.group(1) + parts.group(3)).replaceAll("\\s+", " ");
		String known = SYNONYMS.getOrDefault(name, name);
		String dimensions = parts.group(4).replaceAll("\\[\\d*\\]\\s*", "[]");
		int zone = known.indexOf(" with time zone");
		return (zone < 0) ? known + size + dimensions
				: known.substring(0, zone) + size + known.substring(zone) + dimensions;
	}

}
