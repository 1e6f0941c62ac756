package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.schema.FactException;
import dev.orm.schema.History;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.TablePath;

import static dev.orm.migration.ddl.SqlText.name;
import static dev.orm.migration.ddl.SqlText.table;

/**
 * Writes the triggers that keep what rows were, and the one function they call. Each runs
 * once for a statement, however many rows it changes.
 */
public final class HistoryStatements {

	/** The names of the triggers, and when they run. */
	private static final List<Trigger> TRIGGERS = List.of(
			new Trigger("history_insert", "AFTER INSERT", "REFERENCING NEW TABLE AS new_rows "),
			new Trigger("history_update", "AFTER UPDATE", "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows "),
			new Trigger("history_delete", "AFTER DELETE", "REFERENCING OLD TABLE AS old_rows "),
			new Trigger("history_truncate", "BEFORE TRUNCATE", ""));

	/** The column that says what was done. */
	private static final String OPERATION = name("history_operation");

	private static final String FORM = """
			-- %1$s
			BEGIN
				IF TG_OP = 'INSERT' THEN
					INSERT INTO %2$s (%3$s, %9$s)
					SELECT %3$s, TG_OP FROM new_rows;
				ELSIF TG_OP = 'UPDATE' THEN
					INSERT INTO %2$s (%4$s, %9$s)
					SELECT %5$s,
						CASE WHEN o.%10$s IS NULL THEN 'INSERT' WHEN n.%10$s IS NULL THEN 'DELETE' ELSE TG_OP END
					FROM old_rows o FULL JOIN new_rows n ON %6$s
					WHERE o.%10$s IS NULL OR n.%10$s IS NULL%7$s;
				ELSIF TG_OP = 'DELETE' THEN
					INSERT INTO %2$s (%4$s, %9$s)
					SELECT %4$s, TG_OP FROM old_rows;
				ELSE
					INSERT INTO %2$s (%4$s, %9$s)
					SELECT %4$s, 'DELETE' FROM %8$s;
				END IF;
				RETURN NULL;
			END
			""";

	private HistoryStatements() {
	}

	/**
	 * Return the names of the triggers.
	 * @return the names, all of which are there
	 */
	public static List<String> triggers() {
		return TRIGGERS.stream().map(Trigger::name).toList();
	}

	static List<String> create(History history) {
		List<String> statements = new ArrayList<>();
		statements.add("CREATE FUNCTION " + table(history.rows()) + "() RETURNS trigger LANGUAGE plpgsql AS $history$\n"
				+ body(history) + "$history$");
		for (Trigger trigger : TRIGGERS) {
			statements
				.add("CREATE TRIGGER " + name(trigger.name()) + " " + trigger.event() + " ON " + table(history.table())
						+ " " + trigger.rows() + "FOR EACH STATEMENT EXECUTE FUNCTION " + table(history.rows()) + "()");
		}
		return statements;
	}

	static List<String> drop(History history) {
		List<String> statements = new ArrayList<>();
		for (Trigger trigger : TRIGGERS) {
			statements.add("DROP TRIGGER " + name(trigger.name()) + " ON " + table(history.table()));
		}
		statements.add("DROP FUNCTION " + table(history.rows()) + "()");
		return statements;
	}

	/** Rows are compared as they are stored, as not all types have an equality. */
	private static String body(History history) {
		List<String> all = Stream.concat(history.key().stream(), history.kept().stream()).toList();
		List<String> read = new ArrayList<>();
		history.key().forEach((column) -> read.add("coalesce(o." + name(column) + ", n." + name(column) + ")"));
		history.kept().forEach((column) -> read.add("o." + name(column)));
		String same = history.key()
			.stream()
			.map((column) -> "o." + name(column) + " = n." + name(column))
			.collect(Collectors.joining(" AND "));
		String differs = history.kept().isEmpty() ? ""
				: "\n\t\t\tOR " + row("o", history.kept()) + " *<> " + row("n", history.kept());
		return FORM.formatted(history.definition(), table(history.rows()), list(history.key()), list(all),
				String.join(", ", read), same, differs, table(history.table()), OPERATION, name(history.key().get(0)));
	}

	private static String list(List<String> columns) {
		return columns.stream().map(SqlText::name).collect(Collectors.joining(", "));
	}

	private static String row(String alias, List<String> columns) {
		return columns.stream()
			.map((column) -> alias + "." + name(column))
			.collect(Collectors.joining(", ", "ROW(", ")::record"));
	}

	/**
	 * Read a function of triggers that are there.
	 * @param path the table
	 * @param rows the table that takes what was
	 * @param body the text of the function
	 * @return what it keeps; nothing if it is not as it was written
	 */
	public static Optional<History> read(String path, String rows, String body) {
		String said = body.strip().lines().findFirst().orElse("").replaceFirst("^-- ", "");
		try {
			SchemaObject found = SchemaObject.parse(new History(path, rows, List.of(), List.of()).id() + " in "
					+ TablePath.of(rows).line() + " " + said);
			return Optional.of((History) found).filter((history) -> isSame(body(history), body));
		}
		catch (FactException ex) {
			return Optional.empty();
		}
	}

	private static boolean isSame(String ours, String theirs) {
		return ours.strip().equals(theirs.strip());
	}

	/**
	 * A trigger.
	 *
	 * @param name its name
	 * @param event when it runs
	 * @param rows how the changed rows are called
	 */
	private record Trigger(String name, String event, String rows) {

	}

}
