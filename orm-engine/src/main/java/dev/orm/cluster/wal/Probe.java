package dev.orm.cluster.wal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection of the monitor, opened again after an error. Used by one thread. */
public final class Probe {

	private final DataSource source;

	private @Nullable Connection connection;

	public Probe(DataSource source) {
		this.source = source;
	}

	/** Ask over a connection of somebody else's, who closes it. */
	public Probe(Connection connection) {
		this.source = new SingleConnectionDataSource(connection, true);
		this.connection = connection;
	}

	/**
	 * Ask something that answers in one row.
	 */
	public <R> R ask(String question, Answer<R> answer) throws SQLException {
		try (Statement statement = open().createStatement(); ResultSet row = statement.executeQuery(question)) {
			row.next();
			return answer.of(row);
		}
		catch (SQLException ex) {
			close();
			throw ex;
		}
	}

	private Connection open() throws SQLException {
		Connection opened = this.connection;
		if (opened == null) {
			opened = this.source.getConnection();
			this.connection = opened;
		}
		return opened;
	}

	public void close() {
		Connection opened = this.connection;
		this.connection = null;
		if (opened != null) {
			try (opened) {
				// what is broken is dropped without a word to the server
				opened.abort(Runnable::run);
			}
			catch (SQLException ex) {
				// it is gone
			}
		}
	}

	/** Reads an answer. */
	@FunctionalInterface
	public interface Answer<R> {

		R of(ResultSet row) throws SQLException;

	}

}
