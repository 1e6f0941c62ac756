package dev.orm.load.raw;

import java.util.List;

import dev.orm.execute.Databases;
import dev.orm.execute.RowCursor;
import dev.orm.execute.RowsHandler;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.observe.Operation;
import dev.orm.query.RawText;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements written by hand that are of no model. They go to the primary: nobody
 * knows what they change. Thread-safe.
 */
public final class Statements {

	private final StatementRunner runner;

	/**
	 * Create what runs statements.
	 * @param runner the runner
	 */
	public Statements(StatementRunner runner) {
		this.runner = runner;
	}

	/**
	 * Return where statements run.
	 * @return the databases
	 */
	public Databases databases() {
		return this.runner.databases();
	}

	/**
	 * Return the statements of cursors that are open outside of transactions.
	 * @return their texts
	 */
	public List<String> openCursors() {
		return this.runner.openCursors();
	}

	/**
	 * Read the rows of a statement.
	 * @param <R> the result
	 * @param sql the statement
	 * @param route the database
	 * @param handler reads the rows
	 * @return what the handler returned
	 */
	public <R extends @Nullable Object> R read(RawSql sql, Route route, RowsHandler<R> handler) {
		return this.runner.query(sql.call(route, ""), handler);
	}

	/**
	 * Run a statement that returns no rows.
	 * @param sql the statement
	 * @param route the database
	 * @return how many rows it changed; zero for what changes none, as a CALL
	 */
	public int update(RawSql sql, Route route) {
		return Math.max(0, this.runner.update(sql.call(route, "")));
	}

	/**
	 * Read the rows of a statement a few at a time.
	 * @param sql the statement
	 * @param route the database
	 * @param fetchSize how many rows come at once
	 * @return the cursor, to be closed
	 */
	public RowCursor open(RawSql sql, Route route, int fetchSize) {
		return this.runner.cursor(sql.call(route, ""), fetchSize);
	}

	/**
	 * Run several statements as they stand; outside of a transaction they are one.
	 * @param script the statements, separated by semicolons
	 * @param route the database
	 */
	public void script(String script, Route route) {
		this.runner.script(StatementCall.of(route, RawText.verbatim(script), Operation.OTHER, ""));
	}

}
