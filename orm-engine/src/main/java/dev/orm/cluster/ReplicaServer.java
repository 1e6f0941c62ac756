package dev.orm.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;

import dev.orm.cluster.wal.Progress;
import org.postgresql.PGConnection;
import org.springframework.util.ClassUtils;

/**
 * A server that only reads.
 *
 * @param name its name
 * @param weight how many reads it gets, compared with the others; at least 1
 * @param pool connections for readers; they should be read-only, and a borrow should fail
 * within a quarter of a second
 * @param probe connections for the monitor, which keeps one; a second without an answer
 * should be an error
 */
public record ReplicaServer(String name, int weight, DataSource pool, DataSource probe) {

	private static final boolean TELLS = ClassUtils.isPresent("org.postgresql.PGConnection",
			ReplicaServer.class.getClassLoader());

	public ReplicaServer {
		if (weight < 1) {
			throw new IllegalArgumentException(
					"The weight of replica '%s' is %d; 1 is the least".formatted(name, weight));
		}
	}

	/**
	 * Borrow a connection.
	 * @param lent where it is noted
	 * @param reading who has it
	 * @return the connection, to be closed
	 * @throws SQLException if there is none, or if the server said with its last answer
	 * that it is no standby any more: it accepts writes. It is not asked.
	 */
	Connection open(LentConnections lent, Reading reading) throws SQLException {
		Connection connection = this.pool.getConnection();
		if (isPromoted(connection)) {
			connection.close();
			throw new SQLTransientConnectionException(Progress.NO_STANDBY);
		}
		lent.lend(reading, connection);
		return connection;
	}

	/**
	 * Return whether there was no connection since others have all of them, which says
	 * nothing of the server.
	 */
	boolean isBusy(SQLException error) {
		return error instanceof SQLTransientConnectionException && PrimaryPool.isFull(this.pool);
	}

	private static boolean isPromoted(Connection connection) throws SQLException {
		return TELLS && connection.isWrapperFor(PGConnection.class)
				&& "off".equals(connection.unwrap(PGConnection.class).getParameterStatus("in_hot_standby"));
	}

}
