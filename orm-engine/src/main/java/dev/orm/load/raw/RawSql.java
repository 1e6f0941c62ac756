package dev.orm.load.raw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.orm.error.QueryValueException;
import dev.orm.error.ValueConversionException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.execute.StatementCall;
import dev.orm.observe.Operation;
import dev.orm.observe.Purpose;
import dev.orm.query.RawText;
import dev.orm.routing.Route;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * A statement as its author wrote it, with its values beside it. Immutable.
 *
 * @param text the text, with a {@code ?} for each value
 * @param values the values
 * @param operation what it does, as far as its first word tells
 */
public record RawSql(String text, List<@Nullable Object> values, Operation operation) {

	/**
	 * The server takes the type from the place the text stands in, as it does for a
	 * literal.
	 */
	private static final ValueType UNTYPED = ValueTypes.named(Kind.UNKNOWN, "unknown");

	private static final Pattern BEHIND_IN = Pattern.compile("\\bIN\\s*\\(\\s*$", Pattern.CASE_INSENSITIVE);

	public RawSql {
		values = Collections.unmodifiableList(new ArrayList<>(values));
	}

	/**
	 * Read a statement with placeholders by place: {@code %s} as in Django, where
	 * {@code %%} is a percent sign, or JDBC's {@code ?}. Placeholders inside quotes are
	 * text.
	 * @param sql the text
	 * @param values the values
	 * @return the statement
	 * @throws QueryValueException if there are more or fewer values than placeholders
	 */
	public static RawSql of(String sql, @Nullable Object... values) {
		RawText raw = RawText.splitAtAny(sql);
		if (!raw.names().isEmpty()) {
			throw new QueryValueException(
					"The placeholders %s have names: give the values as a map. SQL: %s".formatted(raw.names(), sql),
					Subject.ofArgument("values"));
		}
		if (raw.placeholders() != values.length) {
			throw new QueryValueException("The SQL has %d placeholders but %d values were given: %s"
				.formatted(raw.placeholders(), values.length, sql), Subject.ofArgument("values"));
		}
		return of(raw, Arrays.asList(values));
	}

	/**
	 * Read a statement with placeholders by name: {@code %(name)s} as in Django, where
	 * values that have no place are left alone, or {@code :name}.
	 * @param sql the text
	 * @param values the values by name
	 * @return the statement
	 * @throws QueryValueException if a name has no value, or as {@link #named} says
	 */
	public static RawSql of(String sql, Map<String, ?> values) {
		RawText raw = RawText.split(sql);
		if (raw.placeholders() == 0 && !values.isEmpty()) {
			return named(sql, values);
		}
		if (raw.names().size() != raw.placeholders()) {
			throw new QueryValueException("Some placeholders have no name; write %%(name)s. SQL: %s".formatted(sql),
					Subject.ofArgument("sql"));
		}
		return of(raw, bound(raw, values, sql));
	}

	/**
	 * Read a statement with placeholders such as {@code :name}. A list is one array, to
	 * be compared by {@code = ANY(:ids)}.
	 * @param sql the text
	 * @param values the values by name
	 * @return the statement
	 * @throws QueryValueException if a name has no value, a value no name, a list stands
	 * behind IN, or the text holds several statements
	 */
	public static RawSql named(String sql, Map<String, ?> values) {
		if (RawText.isSeveral(sql)) {
			throw new QueryValueException(
					"The SQL holds several statements. hint: run them one by one, or by orm.script(…). SQL: " + sql,
					Subject.ofArgument("sql"));
		}
		RawText raw = RawText.splitAtNames(RawText.first(sql));
		List<@Nullable Object> bound = bound(raw, values, sql);
		List<String> unused = values.keySet().stream().filter((name) -> !raw.names().contains(name)).toList();
		if (!unused.isEmpty()) {
			throw new QueryValueException("The SQL has no placeholder for %s. SQL: %s.".formatted(unused, sql),
					UnknownName.of("", unused.get(0), raw.names()));
		}
		refuseListsBehindIn(raw, bound, sql);
		return of(raw, bound);
	}

	private static RawSql of(RawText raw, List<@Nullable Object> values) {
		String text = raw.forJdbc();
		String first = RawText.firstWord(text);
		if (first.isEmpty()) {
			throw new QueryValueException("The SQL has no statement: '%s'".formatted(text), Subject.ofArgument("sql"));
		}
		return new RawSql(text, values, Operation.of(first));
	}

	/**
	 * A parameter is one value to the server, so {@code IN} would compare with an array.
	 */
	private static void refuseListsBehindIn(RawText raw, List<@Nullable Object> bound, String sql) {
		for (int i = 0; i < bound.size(); i++) {
			if (bound.get(i) instanceof Collection<?> && BEHIND_IN.matcher(raw.pieces().get(i)).find()) {
				throw new QueryValueException("IN (:%s) takes no list. hint: write = ANY(:%s). SQL: %s"
					.formatted(raw.names().get(i), raw.names().get(i), sql), Subject.ofArgument(raw.names().get(i)))
					.of(bound.get(i));
			}
		}
	}

	private static List<@Nullable Object> bound(RawText raw, Map<String, ?> values, String sql) {
		List<@Nullable Object> bound = new ArrayList<>();
		for (String name : raw.names()) {
			if (!values.containsKey(name)) {
				throw new QueryValueException("There is no value for '%s'. SQL: %s.".formatted(name, sql),
						UnknownName.of("", name, values.keySet()));
			}
			bound.add(values.get(name));
		}
		return bound;
	}

	/**
	 * Describe the statement for the runner.
	 * @param route the database
	 * @param collection the table, for metrics; an empty text for none
	 * @return the call
	 */
	public StatementCall call(Route route, String collection) {
		return call(route, collection, Purpose.PLAIN);
	}

	/**
	 * Describe the statement for the runner.
	 * @param route the database
	 * @param collection the table, for metrics; an empty text for none
	 * @param purpose what it is sent for
	 * @return the call
	 */
	public StatementCall call(Route route, String collection, Purpose purpose) {
		return new StatementCall(route, this.text, types(), converted(), this.operation, collection, purpose);
	}

	private List<ValueType> types() {
		return this.values.stream().map(RawSql::type).toList();
	}

	private static ValueType type(@Nullable Object value) {
		if (value == null || value instanceof CharSequence || value instanceof Character) {
			return UNTYPED;
		}
		return ValueTypes.ofValue(value);
	}

	private List<@Nullable Object> converted() {
		List<@Nullable Object> converted = new ArrayList<>();
		for (Object value : this.values) {
			converted.add((value != null) ? converted(value, converted.size() + 1) : null);
		}
		return converted;
	}

	private static Object converted(Object value, int index) {
		try {
			return type(value).codec().convert(value);
		}
		catch (ValueConversionException ex) {
			throw ex.bound(index);
		}
	}

	@Override
	public String toString() {
		return this.text + " -- " + this.values;
	}

}
