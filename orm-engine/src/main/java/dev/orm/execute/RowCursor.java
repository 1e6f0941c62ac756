package dev.orm.execute;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import dev.orm.error.OrmException;
import dev.orm.row.RowReadException;
import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The rows of a statement, read a few at a time. It holds a connection until it is
 * closed; after the last row and after an error it closes itself. Used by one thread at a
 * time.
 */
public final class RowCursor implements AutoCloseable {

	/** What tells the driver to prepare a statement, and to ask for binary, at once. */
	private static final int AT_ONCE = -1;

	private final CursorConnection source;

	private final Execution execution;

	private final String sql;

	private @Nullable Connection connection;

	private @Nullable PreparedStatement statement;

	private @Nullable RowReader reader;

	private boolean closed;

	private RowCursor(CursorConnection source, Execution execution, String sql) {
		this.source = source;
		this.execution = execution;
		this.sql = sql;
	}

	static RowCursor open(CursorConnection source, Execution execution, StatementCall call, int fetchSize) {
		RowCursor cursor = new RowCursor(source, execution, call.sql());
		try {
			cursor.reader = cursor.attempt(call, fetchSize);
			return cursor;
		}
		catch (SQLException ex) {
			throw cursor.failed(ex);
		}
		catch (RuntimeException | Error ex) {
			cursor.outOfStep(ex);
			throw ex;
		}
	}

	/** As a statement, a cursor heals from a plan that is older than its tables. */
	private RowReader attempt(StatementCall call, int fetchSize) throws SQLException {
		try {
			return execute(call, fetchSize);
		}
		catch (SQLException ex) {
			if (this.source.joins() || !PostgresErrors.isStalePlan(ex)) {
				throw ex;
			}
			closeStatement();
			return execute(call, fetchSize);
		}
	}

	private RowReader execute(StatementCall call, int fetchSize) throws SQLException {
		Connection opened = this.source.open();
		this.connection = opened;
		PreparedStatement prepared = opened.prepareStatement(call.sql(), ResultSet.TYPE_FORWARD_ONLY,
				ResultSet.CONCUR_READ_ONLY);
		this.statement = prepared;
		prepared.setFetchSize(fetchSize);
		preferBinary(prepared);
		DataSourceUtils.applyTransactionTimeout(prepared, this.source.dataSource());
		call.bind(prepared);
		return new RowReader(prepared.executeQuery());
	}

	/**
	 * Have the rows sent in the binary format from the first execution on, not from the
	 * fifth: they are many, and text takes half as much memory again. Where prepared
	 * statements are turned off, as behind some poolers, they stay so.
	 */
	private static void preferBinary(PreparedStatement prepared) throws SQLException {
		if (prepared.isWrapperFor(PGStatement.class)) {
			PGStatement driver = prepared.unwrap(PGStatement.class);
			if (driver.getPrepareThreshold() > 0) {
				driver.setPrepareThreshold(AT_ONCE);
			}
		}
	}

	/**
	 * Move to the next row.
	 * @return false after the last, and once closed
	 * @throws DataAccessException if the database refuses
	 */
	public boolean next() {
		if (this.closed || this.reader == null) {
			return false;
		}
		try {
			boolean found = this.reader.next();
			if (!found) {
				close();
			}
			return found;
		}
		catch (RowReadException ex) {
			throw failed(ex.driverError());
		}
		catch (DataAccessException ex) {
			// of closing behind the last row
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			outOfStep(ex);
			throw ex;
		}
	}

	/**
	 * Read from the current row.
	 * @param <R> the result
	 * @param handler reads the row; it must not move the reader
	 * @return what the handler returned
	 * @throws DataAccessException if the database refuses
	 */
	public <R extends @Nullable Object> R read(RowsHandler<R> handler) {
		if (this.closed || this.reader == null) {
			throw new IllegalStateException("The cursor is closed");
		}
		try {
			return handler.handle(this.reader);
		}
		catch (RowReadException ex) {
			throw failed(ex.driverError());
		}
		catch (RuntimeException ex) {
			if (HandlerFailure.isOfDriver(ex)) {
				outOfStep(ex);
				throw ex;
			}
			throw abandoned(ex);
		}
		catch (Error ex) {
			outOfStep(ex);
			throw ex;
		}
	}

	/**
	 * Run other statements of this thread over this cursor's connection.
	 * @param reads what runs them
	 */
	public void within(Runnable reads) {
		this.source.within(reads);
	}

	/** Let nobody have a connection that the driver may have left out of step. */
	private void outOfStep(Throwable error) {
		if (this.connection != null && !(error instanceof OrmException || error instanceof DataAccessException)) {
			this.source.abandon(this.connection, error);
		}
		abandoned(error);
	}

	private DataAccessException failed(SQLException error) {
		return abandoned(this.source.translate(this.sql, error));
	}

	private <E extends Throwable> E abandoned(E error) {
		this.execution.failed(error);
		try {
			close();
		}
		catch (DataAccessException ex) {
			error.addSuppressed(ex);
		}
		return error;
	}

	/** Give the connection back. A second call does nothing. */
	@Override
	public void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		try {
			closeStatement();
		}
		catch (SQLException ex) {
			throw this.source.translate(this.sql, ex);
		}
		finally {
			this.execution.rows((this.reader != null) ? this.reader.rows() : -1);
			this.execution.end();
		}
	}

	private void closeStatement() throws SQLException {
		try {
			if (this.statement != null) {
				this.statement.close();
			}
		}
		finally {
			if (this.connection != null) {
				this.source.close(this.connection);
			}
		}
	}

}
