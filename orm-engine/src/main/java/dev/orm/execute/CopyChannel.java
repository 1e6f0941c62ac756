package dev.orm.execute;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.execute.failure.BareError;
import dev.orm.execute.settings.SettingsStatement;
import dev.orm.render.LiteralText;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Moves rows in bulk by {@code COPY}, on the connection any other statement would run on.
 * Rows are streamed; memory does not grow with their number. Thread-safe.
 */
public final class CopyChannel {

	private final StatementRunner runner;

	/**
	 * Create a channel.
	 * @param runner runs statements
	 */
	public CopyChannel(StatementRunner runner) {
		this.runner = runner;
	}

	/**
	 * Load rows by {@code COPY ... FROM STDIN}.
	 * @param call the statement, whose collection is the table
	 * @param rows the rows, in the format the statement names; it is not closed
	 * @param refusal tells of a row the database refuses; no row stays then
	 * @return how many rows were loaded
	 * @throws DataAccessException if the database refuses the statement, or the rows
	 * cannot be read
	 */
	public long in(StatementCall call, InputStream rows,
			BiFunction<Place, DataAccessException, ? extends DataAccessException> refusal) {
		Loading loading = new Loading(call, rows, this.runner.settings(call));
		try {
			return this.runner.run(call, loading);
		}
		catch (DataAccessException ex) {
			throw (loading.place != null) ? refusal.apply(loading.place, ex) : ex;
		}
	}

	/**
	 * Write rows by {@code COPY ... TO STDOUT}.
	 * @param call the statement, with a {@code ?} for each value; listeners see it so
	 * @param to where the rows go, in the format the statement names; it is not closed
	 * @return how many rows were written
	 * @throws DataAccessException if the database refuses, or the rows cannot be written;
	 * some may have been
	 */
	public long out(StatementCall call, OutputStream to) {
		return this.runner.run(call, new Unloading(call, to, this.runner.settings(call)));
	}

	private static CopyManager copies(Connection connection) throws SQLException {
		return connection.unwrap(PGConnection.class).getCopyAPI();
	}

	/**
	 * The stream of the caller failed, not the database: the copy was told to stop, which
	 * an open transaction does not survive.
	 */
	private RuntimeException stopped(StatementCall call, Exception failure) {
		RuntimeException told = (failure instanceof RuntimeException known) ? known
				: new DataAccessResourceFailureException("The stream of the rows failed at [" + call.sql() + "]",
						failure);
		CurrentTransaction transaction = CurrentTransaction.find(this.runner.databases().get(call.database()));
		if (transaction != null) {
			transaction.requireRollback(told);
		}
		return HandlerException.of(told);
	}

	/** Loads rows, once. Used by one thread. */
	private final class Loading implements StatementConnection.Work<Long> {

		private final StatementCall call;

		private final InputStream rows;

		private final SettingsStatement before;

		private @Nullable Place place;

		Loading(StatementCall call, InputStream rows, SettingsStatement before) {
			this.call = call;
			this.rows = rows;
			this.before = before;
		}

		@Override
		public Long run(Connection connection, Execution execution) throws SQLException {
			try {
				long loaded = this.before.around(connection, () -> load(connection));
				execution.rows(loaded);
				return loaded;
			}
			catch (SQLException ex) {
				this.place = Place.find(ex);
				throw ex;
			}
		}

		private Long load(Connection connection) throws SQLException {
			try {
				return copies(connection).copyIn(this.call.sql(), this.rows);
			}
			catch (IOException | RuntimeException ex) {
				throw stopped(this.call, ex);
			}
		}

		@Override
		public boolean isRepeatable() {
			return false;
		}

	}

	/** Writes rows. Used by one thread. */
	private final class Unloading implements StatementConnection.Work<Long> {

		private final StatementCall call;

		private final OutputStream to;

		private final SettingsStatement before;

		private boolean begun;

		Unloading(StatementCall call, OutputStream to, SettingsStatement before) {
			this.call = call;
			this.to = to;
			this.before = before;
		}

		@Override
		public Long run(Connection connection, Execution execution) throws SQLException {
			return this.before.around(connection, () -> unload(connection, execution));
		}

		private Long unload(Connection connection, Execution execution) throws SQLException {
			CopyOut rows = copies(connection)
				.copyOut(LiteralText.of(this.call.sql(), this.call.types(), this.call.values()));
			try {
				for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
					this.begun = true;
					this.to.write(row);
				}
				this.to.flush();
			}
			catch (IOException | RuntimeException ex) {
				cancel(connection, rows, ex);
				throw stopped(this.call, ex);
			}
			execution.rows(rows.getHandledRowCount());
			return rows.getHandledRowCount();
		}

		/**
		 * What was sent already is read all the same: the driver's own way to cancel
		 * leaves it to the next statement.
		 */
		private static void cancel(Connection connection, CopyOut rows, Exception cause) {
			try {
				connection.unwrap(PGConnection.class).cancelQuery();
				while (rows.isActive() && rows.readFromCopy() != null) {
					// until the server says that it stopped
				}
			}
			catch (SQLException ex) {
				cause.addSuppressed(ex);
			}
		}

		/** Rows that went out cannot go out again. */
		@Override
		public boolean isRepeatable() {
			return !this.begun;
		}

	}

	/**
	 * Where a COPY was when the database refused a row.
	 *
	 * @param table the table
	 * @param line the line of the input, from 1
	 * @param column the column; an empty text if the database names none
	 */
	public record Place(String table, long line, String column) {

		/**
		 * {@code COPY product, line 3, column price: "x"}, in the language of the server.
		 * The value behind the colon is left alone.
		 */
		private static final Pattern CONTEXT = Pattern
			.compile("(?m)^COPY ([^,\\n]+), \\D+?(\\d+)(?:, \\S+ ([^:\\n]+))?");

		static @Nullable Place find(SQLException error) {
			ServerErrorMessage message = BareError.server(error);
			String where = (message != null) ? message.getWhere() : null;
			Matcher context = CONTEXT.matcher((where != null) ? where : "");
			if (!context.find()) {
				return null;
			}
			String column = context.group(3);
			return new Place(context.group(1), Long.parseLong(context.group(2)), (column != null) ? column : "");
		}

	}

}
