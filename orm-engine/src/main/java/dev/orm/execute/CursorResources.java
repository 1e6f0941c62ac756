package dev.orm.execute;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import dev.orm.execute.failure.StalePlan;
import dev.orm.observe.Destination;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * What a cursor holds until it is closed: its connection and its statement. Used by one
 * thread at a time.
 */
final class CursorResources {

	/** What tells the driver to prepare a statement, and to ask for binary, at once. */
	private static final int AT_ONCE = -1;

	private final CursorConnection source;

	private final StatementCall call;

	private @Nullable Connection connection;

	private @Nullable PreparedStatement statement;

	CursorResources(CursorConnection source, StatementCall call) {
		this.source = source;
		this.call = call;
	}

	/** Where its statement went. */
	Destination destination() {
		return (this.connection != null) ? this.source.destination(this.connection) : Destination.ONLY;
	}

	String sql() {
		return this.call.sql();
	}

	/** As a statement, a cursor heals from a plan that is older than its tables. */
	ResultSet execute(int fetchSize) throws SQLException {
		try {
			return send(fetchSize);
		}
		catch (SQLException ex) {
			if (this.source.joins()) {
				throw ex;
			}
			if (this.source.goesElsewhere(ex)) {
				close();
				return send(fetchSize);
			}
			return StalePlan.heal(ex, () -> {
				close();
				return send(fetchSize);
			});
		}
	}

	private ResultSet send(int fetchSize) throws SQLException {
		Connection opened = this.source.open();
		this.connection = opened;
		PreparedStatement prepared = opened.prepareStatement(sql(), ResultSet.TYPE_FORWARD_ONLY,
				ResultSet.CONCUR_READ_ONLY);
		this.statement = prepared;
		prepared.setFetchSize(fetchSize);
		preferBinary(prepared);
		DataSourceUtils.applyTransactionTimeout(prepared, this.source.dataSource());
		this.call.bind(prepared, 0);
		return prepared.executeQuery();
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

	void within(Runnable reads) {
		this.source.within(reads);
	}

	/** Let nobody have the connection after this cursor. */
	void abandon(Throwable cause) {
		if (this.connection != null) {
			this.source.abandon(this.connection, cause);
		}
	}

	DataAccessException translate(SQLException error) {
		return this.source.translate(sql(), error);
	}

	void close() throws SQLException {
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
