package dev.orm.boot.actuate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.observe.Operation;
import dev.orm.observe.StatementId;
import dev.orm.observe.StatementStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database how it would run a statement, with no values: by
 * {@code EXPLAIN (GENERIC_PLAN)}, on a connection of its own, at most once a second, and
 * for a statement once in ten minutes. Nothing is run. Thread-safe.
 */
public final class GenericPlans {

	private static final int KEPT = 50;

	private static final Duration FRESH = Duration.ofMinutes(10);

	private static final Duration APART = Duration.ofSeconds(1);

	private final Connections connections;

	private final Map<String, Plan> plans = new LinkedHashMap<>();

	private long lastNanos = System.nanoTime() - APART.toNanos();

	/**
	 * Create the plans.
	 * @param connections opens connections that send statements as plain text
	 */
	public GenericPlans(Connections connections) {
		this.connections = connections;
	}

	/**
	 * Return the plan of a statement, if it was asked for.
	 * @param statement the statement
	 * @return the plan as JSON, or null
	 */
	public synchronized @Nullable String known(StatementStatistics.Statement statement) {
		Plan plan = this.plans.get(statement.id());
		return (plan != null) ? plan.json() : null;
	}

	/**
	 * Ask for the plan of a statement, unless it is known.
	 * @param statement the statement
	 * @return the plan as JSON
	 * @throws QueryValueException if it is no SELECT, the database refuses, or a plan was
	 * asked for a moment ago
	 */
	public String explain(StatementStatistics.Statement statement) {
		return explain(statement.database(), statement.sql(), statement.operation());
	}

	/**
	 * Ask for the plan of a statement, unless it is known.
	 * @param database the alias of its database
	 * @param sql its text
	 * @param operation what it does
	 * @return the plan as JSON
	 * @throws QueryValueException if it is no SELECT, the database refuses, or a plan was
	 * asked for a moment ago
	 */
	public synchronized String explain(String database, String sql, Operation operation) {
		String id = StatementId.of(sql);
		Plan plan = this.plans.get(id);
		if (plan != null && System.nanoTime() - plan.nanos() < FRESH.toNanos()) {
			return plan.json();
		}
		if (operation != Operation.SELECT) {
			throw new QueryValueException("Only SELECTs are explained", Subject.ofArgument("sql"));
		}
		if (System.nanoTime() - this.lastNanos < APART.toNanos()) {
			throw new QueryValueException("One plan a second. hint: ask again", Subject.ofArgument("sql"));
		}
		this.lastNanos = System.nanoTime();
		return keep(id, ask(database, sql));
	}

	private String keep(String id, String json) {
		this.plans.remove(id);
		if (this.plans.size() == KEPT) {
			this.plans.remove(this.plans.keySet().iterator().next());
		}
		this.plans.put(id, new Plan(json, System.nanoTime()));
		return json;
	}

	private String ask(String database, String sql) {
		try (Connection connection = this.connections.open(database)) {
			return explain(connection, sql, "JSON");
		}
		catch (SQLException ex) {
			throw new QueryValueException("The database has no plan for it (" + ex.getSQLState()
					+ "). hint: generic plans are known from PostgreSQL 16 on", Subject.ofArgument("sql"));
		}
	}

	/**
	 * Ask how a statement would be run, whatever its values.
	 * @param connection sends statements as plain text
	 * @param sql the statement, with a {@code ?} for each value
	 * @param format how the plan is written, {@code JSON} or {@code TEXT}
	 * @return the plan
	 * @throws SQLException if the database has none
	 */
	public static String explain(Connection connection, String sql, String format) throws SQLException {
		connection.setReadOnly(true);
		try (Statement asking = connection.createStatement();
				ResultSet plan = asking
					.executeQuery("EXPLAIN (GENERIC_PLAN, FORMAT %s) %s".formatted(format, numbered(sql)))) {
			StringJoiner lines = new StringJoiner("\n");
			while (plan.next()) {
				lines.add(plan.getString(1));
			}
			return lines.toString();
		}
	}

	/** Write {@code $1, $2 …} for the marks outside of quotes. */
	static String numbered(String sql) {
		StringBuilder text = new StringBuilder(sql.length() + 16);
		char quote = 0;
		int number = 0;
		for (int i = 0; i < sql.length(); i++) {
			char letter = sql.charAt(i);
			if (quote != 0) {
				quote = (letter == quote) ? 0 : quote;
			}
			else if (letter == '\'' || letter == '"') {
				quote = letter;
			}
			boolean mark = quote == 0 && letter == '?';
			boolean doubled = mark && i + 1 < sql.length() && sql.charAt(i + 1) == '?';
			if (doubled) {
				// the driver's way to write the operator
				i++;
				text.append('?');
			}
			else if (mark) {
				text.append('$').append(++number);
			}
			else {
				text.append(letter);
			}
		}
		return text.toString();
	}

	/** Forget all plans. */
	public synchronized void clear() {
		this.plans.clear();
	}

	/** Opens connections. */
	@FunctionalInterface
	public interface Connections {

		/**
		 * Open a connection that sends statements as plain text.
		 * @param database the alias of the database
		 * @return the connection, to be closed
		 * @throws SQLException if there is none
		 */
		Connection open(String database) throws SQLException;

	}

	private record Plan(String json, long nanos) {

	}

}
