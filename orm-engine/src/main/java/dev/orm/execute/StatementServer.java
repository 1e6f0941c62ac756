package dev.orm.execute;

import java.sql.Connection;
import java.sql.SQLException;

import dev.orm.cluster.ExpectedReads;
import dev.orm.cluster.Reading;
import dev.orm.cluster.Replicas;
import dev.orm.error.DatabaseConnectionException;
import dev.orm.execute.failure.ErrorTranslation;
import dev.orm.observe.Destination;
import dev.orm.observe.ReadReason;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The server that was chosen for a statement, and the way to its connection. Used by one
 * thread.
 */
sealed interface StatementServer {

	/**
	 * Get a connection.
	 * @throws SQLException if a replica has none
	 * @throws DatabaseConnectionException if the primary has none
	 */
	Connection open() throws SQLException;

	void release(@Nullable Connection connection);

	/** Where a connection leads to. */
	Destination destination(Connection connection);

	/**
	 * Take in that a statement failed.
	 * @return where to repeat it; null for nowhere
	 */
	default @Nullable StatementServer elsewhere(SQLException error) {
		return null;
	}

	/** Take in that the statement is over, before its caller goes on. */
	void end();

	/**
	 * The only server, or whatever connection the thread has.
	 *
	 * @param database the database
	 * @param writes whether the statement may write outside of a transaction
	 * @param expected where it would go, where a test looks for that; else null
	 */
	record Joined(Database database, boolean writes, @Nullable Destination expected) implements StatementServer {

		@Override
		public Connection open() {
			try {
				return DataSourceUtils.getConnection(this.database.dataSource());
			}
			catch (CannotGetJdbcConnectionException ex) {
				throw ErrorTranslation.unconnected(this.database.alias(), ex);
			}
		}

		@Override
		public void release(@Nullable Connection connection) {
			DataSourceUtils.releaseConnection(connection, this.database.dataSource());
		}

		@Override
		public Destination destination(Connection connection) {
			return (this.expected != null) ? this.expected : Served.destination(this.database, connection);
		}

		@Override
		public void end() {
			if (this.expected != null && this.expected.reason() == ReadReason.WRITE
					&& this.database.dataSource() instanceof ExpectedReads reads) {
				reads.wrote();
			}
			if (this.writes && this.database.replicas() != null) {
				this.database.replicas().wrote();
			}
		}

	}

	/** The primary of a database with replicas, for a statement that may write. */
	record Writing(Replicas replicas, Reading reading) implements StatementServer {

		@Override
		public Connection open() {
			try {
				return this.reading.open();
			}
			catch (SQLException ex) {
				throw ErrorTranslation.unconnected(this.replicas.alias(), ex);
			}
		}

		@Override
		public void release(@Nullable Connection connection) {
			Served.close(connection);
		}

		@Override
		public Destination destination(Connection connection) {
			return Destination.primary(ReadReason.WRITE);
		}

		@Override
		public void end() {
			this.replicas.wrote();
		}

	}

	/** The server that a read outside of transactions was given. */
	record Chosen(Reading reading) implements StatementServer {

		@Override
		public Connection open() throws SQLException {
			return this.reading.open();
		}

		@Override
		public void release(@Nullable Connection connection) {
			Served.close(connection);
		}

		@Override
		public Destination destination(Connection connection) {
			return this.reading.destination();
		}

		@Override
		public @Nullable StatementServer elsewhere(SQLException error) {
			Reading other = this.reading.elsewhere(error);
			return (other != null) ? new Chosen(other) : null;
		}

		@Override
		public void end() {
			this.reading.end();
		}

	}

}
