package dev.orm.boot.test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Key;
import dev.orm.schema.Schema;
import dev.orm.schema.TablePath;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes up a row of a table. Keys have one value everywhere, so that foreign keys find
 * their rows; other columns try the values their checks speak of.
 *
 * @param schema what the table must keep to
 * @param table the table
 */
record SampleRow(Schema schema, String table) {

	/** How many rows are tried. */
	private static final int TRIES = 12;

	private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

	private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"'])\\d+(?:\\.\\d+)?(?![\\w.\"'])");

	/**
	 * Insert a row.
	 * @param jdbc the database
	 * @param given the statement that does it; null to make one up
	 * @return why it could not be done; empty if it was
	 */
	Optional<String> insert(JdbcClient jdbc, @Nullable String given) {
		String refused = "";
		for (int number = 0; number < ((given != null) ? 1 : TRIES); number++) {
			try {
				jdbc.sql(script((given != null) ? given : statement(number))).update();
				return Optional.empty();
			}
			catch (DataAccessException ex) {
				refused = String.valueOf(ex.getMostSpecificCause().getMessage());
			}
		}
		return Optional.of("no row was found that %s takes: %s.  say one: withRow(\"%s\", \"INSERT INTO …\")"
			.formatted(this.table, refused.strip(), this.table));
	}

	/** Rows that others point to may come later. */
	private String script(String insert) {
		String numbers = columns().filter((column) -> column.identity() != Identity.NONE)
			.map((column) -> "PERFORM setval(pg_get_serial_sequence('%s', '%s'), 1); "
				.formatted(path(this.table).replace("'", "''"), column.name().replace("'", "''")))
			.collect(Collectors.joining());
		return "DO $sample$ BEGIN SET LOCAL session_replication_role = replica; %s; %sEND $sample$".formatted(insert,
				numbers);
	}

	private Stream<Column> columns() {
		return this.schema.columns(this.table).stream().filter((column) -> column.generated() == null);
	}

	private String statement(int number) {
		List<String> names = new ArrayList<>();
		List<String> values = new ArrayList<>();
		columns().forEach((column) -> {
			List<String> choices = choices(column);
			names.add(quoted(column.name()));
			values.add(choices.get(number % choices.size()));
		});
		return names.isEmpty() ? "INSERT INTO %s DEFAULT VALUES".formatted(path(this.table))
				: "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES (%s)".formatted(path(this.table),
						String.join(", ", names), String.join(", ", values));
	}

	private List<String> choices(Column column) {
		if (isKey(column)) {
			return List.of(value(column.type()));
		}
		Set<String> choices = new LinkedHashSet<>();
		choices.add(value(column.type()));
		this.schema.all(Check.class)
			.stream()
			.filter((check) -> check.table().equals(this.table) && check.expression().contains(quoted(column.name())))
			.forEach((check) -> literals(check.expression(), choices));
		if (column.defaultValue() != null) {
			choices.add("DEFAULT");
		}
		if (!column.notNull()) {
			choices.add("NULL");
		}
		return List.copyOf(choices);
	}

	private boolean isKey(Column column) {
		return this.schema.all(Key.class)
			.stream()
			.anyMatch((key) -> key.table().equals(this.table) && key.columns().contains(column.name()))
				|| this.schema.all(ForeignKey.class)
					.stream()
					.anyMatch((key) -> (key.table().equals(this.table) && key.columns().contains(column.name()))
							|| (key.target().equals(this.table) && key.targetColumns().contains(column.name())));
	}

	private static void literals(String expression, Set<String> choices) {
		Matcher text = TEXT.matcher(expression);
		while (text.find()) {
			String literal = text.group();
			if (literal.startsWith("'{") && literal.endsWith("}'")) {
				// the texts of an array
				Arrays.stream(literal.substring(2, literal.length() - 2).split(","))
					.map((element) -> "'" + element.replace("\"", "") + "'")
					.forEach(choices::add);
			}
			choices.add(literal);
		}
		Matcher number = NUMBER.matcher(TEXT.matcher(expression).replaceAll(""));
		while (number.find()) {
			choices.add(number.group());
			choices.add("(" + number.group() + " + 1)");
		}
	}

	/** The value all keys of a type have. */
	private static String value(String type) {
		String base = type.replaceFirst("\\(.*", "").strip();
		if (type.endsWith("[]")) {
			return "'{}'";
		}
		return switch (base) {
			case "boolean" -> "true";
			case "date", "timestamp", "timestamp with time zone" -> "'2026-01-02'";
			case "time", "time with time zone" -> "'12:00'";
			case "interval" -> "'1 hour'";
			case "uuid" -> "'11111111-1111-1111-1111-111111111111'";
			case "json", "jsonb" -> "'{}'";
			case "bytea" -> "'\\x01'";
			case "inet" -> "'127.0.0.1'";
			case "int4range", "int8range", "numrange" -> "'[1,2)'";
			case "daterange", "tsrange", "tstzrange" -> "'[2026-01-02,2026-01-03)'";
			case "hstore" -> "''";
			case "tsvector" -> "'a'";
			default -> "'1'";
		};
	}

	static String path(String table) {
		return TablePath.of(table).parts().stream().map(SampleRow::quoted).collect(Collectors.joining("."));
	}

	static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

}
