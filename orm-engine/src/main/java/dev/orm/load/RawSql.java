package dev.orm.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.orm.error.QueryValueException;
import dev.orm.observe.Operation;
import dev.orm.query.RawText;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * A statement as its author wrote it, with its values beside it. Immutable.
 *
 * @param text the text, with a {@code ?} for each value
 * @param values the values
 */
public record RawSql(String text, List<@Nullable Object> values) {

	/**
	 * The server takes the type from the place the text stands in, as it does for a
	 * literal.
	 */
	private static final ValueType UNTYPED = ValueTypes.named(Kind.UNKNOWN, "unknown");

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
					"The placeholders %s have names: give the values as a map. SQL: %s".formatted(raw.names(), sql));
		}
		if (raw.placeholders() != values.length) {
			throw new QueryValueException("The SQL has %d placeholders but %d values were given: %s"
				.formatted(raw.placeholders(), values.length, sql));
		}
		return new RawSql(raw.forJdbc(), Arrays.asList(values));
	}

	/**
	 * Read a statement with placeholders by name: {@code %(name)s}.
	 * @param sql the text
	 * @param values the values by name
	 * @return the statement
	 * @throws QueryValueException if a name has no value
	 */
	public static RawSql of(String sql, Map<String, ?> values) {
		RawText raw = RawText.splitAtAny(sql);
		if (raw.names().size() != raw.placeholders()) {
			throw new QueryValueException("Some placeholders have no name; write %%(name)s. SQL: %s".formatted(sql));
		}
		List<@Nullable Object> bound = new ArrayList<>();
		for (String name : raw.names()) {
			if (!values.containsKey(name)) {
				throw new QueryValueException("There is no value for '%s'. Choices: %s. SQL: %s".formatted(name,
						String.join(", ", values.keySet()), sql));
			}
			bound.add(values.get(name));
		}
		return new RawSql(raw.forJdbc(), bound);
	}

	List<ValueType> types() {
		return this.values.stream().map(RawSql::type).toList();
	}

	private static ValueType type(@Nullable Object value) {
		if (value == null || value instanceof CharSequence || value instanceof Character) {
			return UNTYPED;
		}
		return ValueTypes.ofValue(value);
	}

	List<@Nullable Object> converted() {
		List<@Nullable Object> converted = new ArrayList<>();
		for (Object value : this.values) {
			converted.add((value != null) ? type(value).codec().convert(value) : null);
		}
		return converted;
	}

	Operation operation() {
		String word = this.text.strip().split("\\W", 2)[0].toUpperCase(Locale.ROOT);
		return switch (word) {
			case "SELECT", "VALUES", "TABLE" -> Operation.SELECT;
			case "INSERT" -> Operation.INSERT;
			case "UPDATE" -> Operation.UPDATE;
			case "DELETE" -> Operation.DELETE;
			default -> Operation.OTHER;
		};
	}

	@Override
	public String toString() {
		return this.text + " -- " + this.values;
	}

}
