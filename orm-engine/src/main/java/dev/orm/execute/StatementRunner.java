package dev.orm.execute;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import dev.orm.error.PrimaryUnavailableException;
import dev.orm.error.TransactionOutcomeUnknownException;
import dev.orm.execute.failure.ErrorTranslation;
import dev.orm.execute.settings.SettingsStatement;
import dev.orm.execute.settings.StatementSettings;
import dev.orm.observe.ForeignWrites;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryListeners;
import dev.orm.render.SettingsText;
import dev.orm.routing.Route;
import dev.orm.row.RowReadException;
import dev.orm.row.RowReader;
import dev.orm.session.SessionSettings;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Runs statements on the connection of the thread's Spring transaction, or on one of its
 * own in autocommit. The connection goes back whatever happens, errors become Spring's
 * {@link DataAccessException}s, and listeners hear of each statement. After an error
 * inside a transaction further statements are refused until a rollback, as in Django.
 * Thread-safe.
 */
public final class StatementRunner {

	private final Databases databases;

	private final QueryListeners listeners;

	private final ErrorTranslation errors = new ErrorTranslation();

	private final CursorLeaks leaks = new CursorLeaks();

	private final StatementSettings settings;

	private final ForeignWrites foreign;

	/**
	 * Create a runner that sends statements alone, and warns of writes beside the
	 * transaction of another database.
	 * @param databases the databases, by alias
	 * @param listeners who hears of statements
	 */
	public StatementRunner(Databases databases, QueryListeners listeners) {
		this(databases, listeners, SessionSettings.NONE);
	}

	/**
	 * Create a runner.
	 * @param databases the databases, by alias
	 * @param listeners who hears of statements
	 * @param settings what goes with each statement
	 */
	public StatementRunner(Databases databases, QueryListeners listeners, SessionSettings settings) {
		this(databases, listeners, settings, new ForeignWrites(ForeignWrites.Mode.WARN));
	}

	/**
	 * Create a runner.
	 * @param databases the databases, by alias
	 * @param listeners who hears of statements
	 * @param settings what goes with each statement
	 * @param foreign what becomes of writes beside the transaction of another database
	 */
	public StatementRunner(Databases databases, QueryListeners listeners, SessionSettings settings,
			ForeignWrites foreign) {
		this.databases = databases;
		this.listeners = listeners;
		this.settings = new StatementSettings(settings);
		this.foreign = foreign;
	}

	/**
	 * Return the databases.
	 * @return the databases
	 */
	public Databases databases() {
		return this.databases;
	}

	/**
	 * Return the statements of cursors that are open on connections of their own, outside
	 * of transactions.
	 * @return their texts
	 */
	public List<String> openCursors() {
		return this.leaks.statements();
	}

	/**
	 * Run a statement that returns rows: a SELECT, or a write with RETURNING.
	 * @param <R> the result
	 * @param call the statement
	 * @param handler reads the rows
	 * @return what the handler returned
	 * @throws DataAccessException if the database refuses
	 */
	public <R extends @Nullable Object> R query(StatementCall call, RowsHandler<R> handler) {
		SettingsStatement before = settings(call);
		return run(call, (connection, execution) -> {
			try (PreparedStatement statement = prepare(connection, call, before)) {
				call.bind(statement, before.bind(statement));
				return read(statement, before, handler, execution);
			}
		});
	}

	private static <R extends @Nullable Object> R read(PreparedStatement statement, SettingsStatement before,
			RowsHandler<R> handler, Execution execution) throws SQLException {
		try (ResultSet rows = before.query(statement)) {
			RowReader reader = new RowReader(rows);
			R result = handle(handler, reader);
			execution.rows(reader.rows());
			return result;
		}
	}

	private static <R extends @Nullable Object> R handle(RowsHandler<R> handler, RowReader rows) {
		try {
			return handler.handle(rows);
		}
		catch (RowReadException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw HandlerException.of(ex);
		}
	}

	/**
	 * Run a statement that returns no rows.
	 * @param call the statement
	 * @return how many rows it changed
	 * @throws DataAccessException if the database refuses
	 */
	public int update(StatementCall call) {
		SettingsStatement before = settings(call);
		return run(call, (connection, execution) -> {
			try (PreparedStatement statement = prepare(connection, call, before)) {
				call.bind(statement, before.bind(statement));
				int changed = before.update(statement);
				execution.rows(changed);
				return changed;
			}
		});
	}

	/**
	 * Run several statements as they stand. What they answer is left alone.
	 * @param call the statements, as one text
	 * @throws DataAccessException if the database refuses
	 */
	public void script(StatementCall call) {
		SettingsStatement before = settings(call);
		run(call, (connection, execution) -> {
			try (PreparedStatement statements = prepare(connection, call, before)) {
				call.bind(statements, before.bind(statements));
				return statements.execute();
			}
		});
	}

	/** What goes before a statement now. */
	SettingsStatement settings(StatementCall call) {
		return this.settings.now(call.database(), call.collection(), call.reads());
	}

	/**
	 * Read rows a few at a time. Inside a transaction the cursor belongs to it and ends
	 * with it. Otherwise it has a connection and a read-only transaction of its own,
	 * which no other statement of the thread joins: the caller may write while it reads,
	 * and may close it on another thread.
	 * @param call the statement
	 * @param fetchSize how many rows come at once
	 * @return the cursor, to be closed
	 * @throws DataAccessException if the database refuses
	 */
	public RowCursor cursor(StatementCall call, int fetchSize) {
		this.leaks.takeBack();
		CursorConnection source = new CursorConnection(this.databases.get(call.database()), call, this.errors,
				settings(call));
		return RowCursor.open(source, Execution.start(this.listeners, call), call, fetchSize, this.leaks);
	}

	/**
	 * Return whether the thread has an open transaction.
	 * @param route the database
	 * @return true if it has
	 */
	public boolean isInTransaction(Route route) {
		return CurrentTransaction.isActive(this.databases.get(route.alias()));
	}

	/**
	 * Set something of the session until the open transaction ends, or the savepoint it
	 * is set in rolls back.
	 * @param route the database
	 * @param setting its name
	 * @param value its value
	 */
	public void setLocally(Route route, String setting, String value) {
		query(new StatementCall(route, SettingsText.of(1), List.of(ValueTypes.TEXT, ValueTypes.TEXT),
				List.of(setting, value), Operation.OTHER, ""), (rows) -> rows.next());
	}

	/**
	 * Remember how to undo in memory what the thread's open transaction does from now on.
	 * Without one nothing is remembered.
	 * @param route the database
	 * @param change makes memory as it is now; it runs after a rollback
	 */
	public void onRollback(Route route, Runnable change) {
		CurrentTransaction transaction = CurrentTransaction.find(this.databases.get(route.alias()));
		if (transaction != null) {
			transaction.onRollback(change);
		}
	}

	private void tellOfForeign(StatementCall call) {
		if (this.foreign.isWatching() && !isInTransaction(call.route())) {
			String other = this.databases.inTransaction();
			if (other != null) {
				this.foreign.tell(call.operation() + " " + call.collection(), call.database(), other);
			}
		}
	}

	private PreparedStatement prepare(Connection connection, StatementCall call, SettingsStatement before)
			throws SQLException {
		PreparedStatement statement = connection.prepareStatement(before.text(call.sql()));
		DataSourceUtils.applyTransactionTimeout(statement, this.databases.get(call.database()).dataSource());
		return statement;
	}

	<R extends @Nullable Object> R run(StatementCall call, StatementConnection.Work<R> work) {
		this.leaks.takeBack();
		if (call.isChange() && !this.databases.isOne()) {
			tellOfForeign(call);
		}
		StatementConnection connection = new StatementConnection(this.databases.get(call.database()), call);
		Execution execution = Execution.start(this.listeners, call, connection.transaction());
		try {
			R result = connection.attempt(work, execution);
			connection.commit();
			return result;
		}
		catch (SQLException ex) {
			throw translate(call, ex, connection, execution);
		}
		catch (RowReadException ex) {
			throw unread(call, ex.driverError(), connection, execution);
		}
		catch (HandlerException ex) {
			execution.failed(ex.failure());
			connection.rollback(ex.failure());
			throw ex.failure();
		}
		catch (RuntimeException | Error ex) {
			execution.failed(ex);
			connection.rollbackOrAbandon(ex);
			throw ex;
		}
		finally {
			connection.release();
			execution.end();
		}
	}

	/** What is stored by itself is stored, although nobody could read its answer. */
	private RuntimeException unread(StatementCall call, SQLException error, StatementConnection connection,
			Execution execution) {
		DataAccessException translated = translate(call, error, connection, execution);
		return (call.operation().isWrite() && connection.isStored())
				? new TransactionOutcomeUnknownException(call.database(), """
						The statement was run and is stored, but the rows it answered could not be read.
						  hint: read what it was to write before it is repeated""", translated) : translated;
	}

	private DataAccessException translate(StatementCall call, SQLException error, StatementConnection connection,
			Execution execution) {
		connection.failed(error);
		DataAccessException translated = connection.isDemoted(error)
				? new PrimaryUnavailableException(call.database(), error)
				: this.errors.of(call.database(), call.sql(), error);
		execution.failed(translated);
		connection.rollback(translated);
		if (this.errors.breaksTransaction(error)) {
			connection.breakBy(translated);
		}
		return translated;
	}

}
