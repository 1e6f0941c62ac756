package dev.orm.catalogue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.orm.Manager;
import dev.orm.lookup.LookupRegistry;
import dev.orm.observe.QueryLog;
import dev.orm.sql.Column;
import dev.orm.sql.Sql;
import dev.orm.type.Kind;
import dev.orm.type.Range;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/** A sample of each lookup and transform a type has, as the registry tells. */
public final class LookupCatalogue {

	/** What all types have, by the text of the value where it is one of texts. */
	private static final Set<String> COMMON = Set.of("exact", "gt", "gte", "lt", "lte", "in", "range", "isnull",
			"iexact", "contains", "icontains", "startswith", "istartswith", "endswith", "iendswith", "regex", "iregex");

	private static final Set<Kind> OWN_CONTAINS = Set.of(Kind.ARRAY, Kind.RANGE, Kind.JSON, Kind.HSTORE);

	private static final Map<String, ValueType> TYPES = types();

	private static final Map<String, Object> EXACT = exact();

	private static final Map<String, Object> SPECIAL = special();

	private LookupCatalogue() {
	}

	/** Return the columns, one of each type. */
	public static Set<String> columns() {
		return TYPES.keySet();
	}

	/**
	 * Return the samples of a column.
	 * @param column the column
	 * @return one for each name the registry has for its type
	 */
	public static List<LookupSample> samples(String column) {
		return names(column).stream().map((name) -> new LookupSample(column, name, value(column, name))).toList();
	}

	/**
	 * Return whether a type has a lookup that others do not have, or not so.
	 * @param sample the sample
	 * @return true if its page should say so
	 */
	public static boolean isSpecific(LookupSample sample) {
		Kind kind = type(sample.column()).kind();
		boolean own = OWN_CONTAINS.contains(kind) && sample.name().equals("contains");
		boolean bound = kind == Kind.RANGE && sample.name().endsWith("swith") && !sample.name().startsWith("i");
		return !isKey(sample) && (own || bound || !COMMON.contains(sample.name()));
	}

	/**
	 * Return a row of a reference page.
	 * @param samples the rows to run on
	 * @param sample the sample
	 * @return its name and SQL
	 */
	public static String row(Manager<Sample> samples, LookupSample sample) {
		String statement = QueryLog.capture(() -> samples.filter(sample.path(), sample.value()).list())
			.statements()
			.get(0);
		String sql = statement.substring(statement.indexOf(" WHERE ") + " WHERE ".length())
			.replaceAll("\"t\\d+\"\\.|\"(?=[a-z_]+\")|(?<=[a-z_])\"(?!\\w)", "")
			.replace("??", "?");
		return "| `%s` | `%s` |".formatted(sample.path(), sql).replace("||", "\\|\\|").replace("?|", "?\\|");
	}

	private static List<String> names(String column) {
		return LookupRegistry.standard().names(left(column));
	}

	private static ValueType type(String column) {
		return Optional.ofNullable(TYPES.get(column)).orElseThrow();
	}

	static @Nullable Object value(String column, String name) {
		if (SPECIAL.containsKey(column + " " + name)) {
			return SPECIAL.get(column + " " + name);
		}
		if (SPECIAL.containsKey(name)) {
			return SPECIAL.get(name);
		}
		Object exact = EXACT.get(column);
		if (!isLookup(column, name)) {
			return transformed(column, name);
		}
		return switch (name) {
			case "in", "range" -> List.of(exact, exact);
			case "isnull" -> false;
			default -> isText(name) ? "1" : exact;
		};
	}

	private static boolean isText(String name) {
		return name.matches("i?(contains|startswith|endswith|exact|regex)") && !name.equals("exact");
	}

	private static boolean isLookup(String column, String name) {
		return LookupRegistry.standard().lookup(name, left(column)).isPresent();
	}

	/**
	 * Whether the type takes the name for a key, as it takes any name it does not know.
	 */
	private static boolean isKey(LookupSample sample) {
		return !isLookup(sample.column(), sample.name())
				&& transform(sample.column(), sample.name()).equals(transform(sample.column(), "unheard_of"));
	}

	private static Optional<Class<?>> transform(String column, String name) {
		return LookupRegistry.standard().transform(name, left(column)).map(Object::getClass);
	}

	private static Sql left(String column) {
		return new Column("t", column, type(column), false, true);
	}

	/** A value of the type of what a transform makes. */
	private static Object transformed(String column, String name) {
		Sql left = left(column);
		Kind kind = LookupRegistry.standard().transform(name, left).orElseThrow().apply(left).type().kind();
		return switch (kind) {
			case BOOLEAN -> true;
			case DATE -> LocalDate.of(2024, 11, 3);
			case TIME -> LocalTime.of(5, 30);
			case TEXT -> "x";
			case ARRAY -> List.of("x");
			default -> 5;
		};
	}

	private static Map<String, ValueType> types() {
		Map<String, ValueType> types = new HashMap<>(Map.of("title", ValueTypes.varchar(40), "count",
				ValueTypes.INTEGER, "small", ValueTypes.SMALLINT, "ratio", ValueTypes.FLOAT, "price",
				ValueTypes.decimal(10, 3), "flag", ValueTypes.BOOLEAN, "day", ValueTypes.DATE, "at", ValueTypes.TIME,
				"moment", ValueTypes.DATETIME, "length", ValueTypes.DURATION));
		types.putAll(Map.of("uid", ValueTypes.UUID, "document", ValueTypes.JSON, "words",
				ValueTypes.arrayOf(ValueTypes.TEXT), "span", ValueTypes.INT4RANGE, "labels", ValueTypes.HSTORE,
				"vector", ValueTypes.TSVECTOR, "address", ValueTypes.INET));
		return Map.copyOf(types);
	}

	private static Map<String, Object> exact() {
		Map<String, Object> values = new HashMap<>(
				Map.of("title", "Running dogs", "count", 7, "small", 2, "ratio", 0.5, "price", new BigDecimal("12.345"),
						"flag", true, "day", LocalDate.of(2024, 2, 29), "at", LocalTime.of(10, 20, 30), "moment",
						Instant.parse("2024-11-03T05:30:15Z"), "length", Duration.ofHours(36)));
		values.putAll(Map.of("uid", new UUID(0x4000, 0x8000000000000001L), "document", Map.of("color", "red"), "words",
				List.of("java", "sql"), "span", Range.closedOpen(1, 10), "labels", Map.of("color", "red"), "vector",
				"dogs", "address", "10.0.0.1"));
		return values;
	}

	private static Map<String, Object> special() {
		Map<String, Object> values = new HashMap<>(
				Map.of("has_key", "color", "has_keys", List.of("color", "size"), "has_any_keys", List.of("color", "x"),
						"document contains", Map.of("color", "red"), "labels contains", Map.of("color", "red"),
						"words contains", List.of("java"), "span contains", 5, "vector search", "dogs"));
		Range<Integer> numbers = Range.closedOpen(1, 10);
		values.putAll(Map.of("count contained_by", numbers, "small contained_by", numbers, "ratio contained_by",
				Range.closedOpen(BigDecimal.ZERO, BigDecimal.ONE), "price contained_by",
				Range.closedOpen(BigDecimal.ONE, BigDecimal.TEN), "day contained_by",
				Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)), "moment contained_by",
				Range.closedOpen(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"))));
		return values;
	}

	/** Return all samples of all columns. */
	static List<LookupSample> all() {
		List<LookupSample> all = new ArrayList<>();
		columns().stream().sorted().forEach((column) -> all.addAll(samples(column)));
		return all;
	}

}
