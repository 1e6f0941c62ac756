package dev.orm.execute;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The connection of a cursor: the open transaction's, or one of its own with autocommit
 * off, without which the driver would read all rows at once. Used by one thread at a
 * time.
 */
final class CursorConnection {

	private final DataSource dataSource;

	private final ErrorTranslation errors;

	private final boolean joins;

	CursorConnection(DataSource dataSource, ErrorTranslation errors) {
		this.dataSource = dataSource;
		this.errors = errors;
		this.joins = CurrentTransaction.isActive(dataSource);
	}

	DataSource dataSource() {
		return this.dataSource;
	}

	Connection open() throws SQLException {
		if (this.joins) {
			return DataSourceUtils.getConnection(this.dataSource);
		}
		Connection connection = this.dataSource.getConnection();
		try {
			connection.setReadOnly(true);
			connection.setAutoCommit(false);
			return connection;
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	void close(Connection connection) throws SQLException {
		if (this.joins) {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
			return;
		}
		try (connection) {
			if (!connection.isClosed()) {
				// nothing was written: rollback and commit end it alike, and rollback
				// also ends a failed one
				connection.rollback();
				connection.setAutoCommit(true);
				connection.setReadOnly(false);
			}
		}
	}

	DataAccessException translate(String sql, SQLException error) {
		DataAccessException translated = this.errors.translate(sql, error);
		if (this.joins && this.errors.breaksTransaction(error)) {
			CurrentTransaction.breakBy(this.dataSource, translated);
		}
		return translated;
	}

}
