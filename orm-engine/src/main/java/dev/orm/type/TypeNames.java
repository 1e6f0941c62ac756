package dev.orm.type;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.UnknownName;
import org.jspecify.annotations.Nullable;

/**
 * Finds the type of a name: the short names users write, PostgreSQL's standard names and
 * its internal ones.
 */
final class TypeNames {

	private static final Pattern SIZED = Pattern
		.compile("([a-z ]+?)\\s*\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\)( .*)?");

	private static final Map<String, ValueType> TYPES = Map.ofEntries(Map.entry("smallint", ValueTypes.SMALLINT),
			Map.entry("int2", ValueTypes.SMALLINT), Map.entry("int", ValueTypes.INTEGER),
			Map.entry("integer", ValueTypes.INTEGER), Map.entry("int4", ValueTypes.INTEGER),
			Map.entry("bigint", ValueTypes.BIGINT), Map.entry("int8", ValueTypes.BIGINT),
			Map.entry("float", ValueTypes.FLOAT), Map.entry("double precision", ValueTypes.FLOAT),
			Map.entry("double", ValueTypes.FLOAT), Map.entry("float8", ValueTypes.FLOAT),
			Map.entry("real", ValueTypes.REAL), Map.entry("float4", ValueTypes.REAL),
			Map.entry("decimal", ValueTypes.DECIMAL), Map.entry("numeric", ValueTypes.DECIMAL),
			Map.entry("text", ValueTypes.TEXT), Map.entry("varchar", ValueTypes.VARCHAR),
			Map.entry("character varying", ValueTypes.VARCHAR), Map.entry("char", ValueTypes.character(1)),
			Map.entry("character", ValueTypes.character(1)), Map.entry("bpchar", ValueTypes.named(Kind.TEXT, "bpchar")),
			Map.entry("bool", ValueTypes.BOOLEAN), Map.entry("boolean", ValueTypes.BOOLEAN),
			Map.entry("date", ValueTypes.DATE), Map.entry("datetime", ValueTypes.DATETIME),
			Map.entry("timestamptz", ValueTypes.DATETIME), Map.entry("timestamp with time zone", ValueTypes.DATETIME),
			Map.entry("timestamp", ValueTypes.LOCAL_DATETIME),
			Map.entry("timestamp without time zone", ValueTypes.LOCAL_DATETIME), Map.entry("time", ValueTypes.TIME),
			Map.entry("time without time zone", ValueTypes.TIME), Map.entry("duration", ValueTypes.DURATION),
			Map.entry("interval", ValueTypes.DURATION), Map.entry("uuid", ValueTypes.UUID),
			Map.entry("binary", ValueTypes.BINARY), Map.entry("bytea", ValueTypes.BINARY),
			Map.entry("json", ValueTypes.JSON), Map.entry("jsonb", ValueTypes.JSON),
			Map.entry("int4range", ValueTypes.INT4RANGE), Map.entry("int8range", ValueTypes.INT8RANGE),
			Map.entry("numrange", ValueTypes.NUMRANGE), Map.entry("daterange", ValueTypes.DATERANGE),
			Map.entry("tstzrange", ValueTypes.TSTZRANGE), Map.entry("tsrange", ValueTypes.TSRANGE),
			Map.entry("tsvector", ValueTypes.TSVECTOR), Map.entry("tsquery", ValueTypes.TSQUERY),
			Map.entry("inet", ValueTypes.INET), Map.entry("hstore", ValueTypes.HSTORE),
			Map.entry("unknown", ValueTypes.UNKNOWN));

	private TypeNames() {
	}

	static ValueType parse(String name) {
		ValueType found = find(name);
		if (found == null) {
			throw new ModelDefinitionException("Unknown type '%s'.".formatted(name), UnknownName.of("", name, all()),
					"\n  hint: sizes go in parentheses, as in decimal(10, 2); arrays end with [], as in varchar(40)[]");
		}
		return found;
	}

	static SortedSet<String> all() {
		return new TreeSet<>(TYPES.keySet());
	}

	static @Nullable ValueType find(String name) {
		String plain = name.strip().toLowerCase(Locale.ROOT);
		if (plain.endsWith("[]")) {
			ValueType element = find(plain.substring(0, plain.length() - 2));
			return (element != null) ? ValueTypes.arrayOf(element) : null;
		}
		ValueType found = TYPES.get(plain);
		return (found != null) ? found : sized(plain);
	}

	private static @Nullable ValueType sized(String name) {
		Matcher parts = SIZED.matcher(name);
		if (!parts.matches()) {
			return null;
		}
		int size = Integer.parseInt(parts.group(2));
		String scale = parts.group(3);
		String tail = (parts.group(4) != null) ? parts.group(4) : "";
		String base = parts.group(1) + tail;
		if (List.of("decimal", "numeric").contains(base)) {
			return ValueTypes.decimal(size, (scale != null) ? Integer.parseInt(scale) : 0);
		}
		if (List.of("varchar", "character varying").contains(base)) {
			return ValueTypes.varchar(size);
		}
		if (List.of("char", "character").contains(base)) {
			return ValueTypes.character(size);
		}
		ValueType found = TYPES.get(base);
		return (found != null && found.kind().isTemporal()) ? withName(found, name) : null;
	}

	/** A time of fewer digits, which the server rounds. */
	private static ValueType withName(ValueType type, String name) {
		return new ValueType(type.kind(), type.javaType(), name, type.element(), type.codec());
	}

}
