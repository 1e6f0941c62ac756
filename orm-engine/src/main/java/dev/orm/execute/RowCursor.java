package dev.orm.execute;

import java.sql.SQLException;

import dev.orm.row.RowReadException;
import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * The rows of a statement, read a few at a time. It holds a connection until it is
 * closed; after the last row and after an error it closes itself. Used by one thread at a
 * time.
 */
public final class RowCursor implements AutoCloseable {

	private final CursorResources resources;

	private final Execution execution;

	private @Nullable Runnable forget;

	private @Nullable RowReader reader;

	private boolean closed;

	private RowCursor(CursorResources resources, Execution execution) {
		this.resources = resources;
		this.execution = execution;
	}

	static RowCursor open(CursorConnection source, Execution execution, StatementCall call, int fetchSize,
			CursorLeaks leaks) {
		RowCursor cursor = new RowCursor(new CursorResources(source, call), execution);
		try {
			cursor.reader = new RowReader(cursor.resources.execute(fetchSize));
			if (execution.isHeard()) {
				execution.sent(cursor.resources.destination());
			}
			cursor.forget = source.joins() ? null : leaks.watch(cursor, cursor.resources);
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
			if (HandlerException.isOfDriver(ex)) {
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
		this.resources.within(reads);
	}

	/** Let nobody have a connection that the driver may have left out of step. */
	private void outOfStep(Throwable error) {
		if (!StatementConnection.isInStep(error)) {
			this.resources.abandon(error);
		}
		abandoned(error);
	}

	private DataAccessException failed(SQLException error) {
		return abandoned(this.resources.translate(error));
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
		if (this.forget != null) {
			this.forget.run();
		}
		try {
			this.resources.close();
		}
		catch (SQLException ex) {
			throw this.resources.translate(ex);
		}
		finally {
			this.execution.rows((this.reader != null) ? this.reader.rows() : -1);
			this.execution.end();
		}
	}

}
