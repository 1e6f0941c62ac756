package dev.orm.execute;

import java.sql.Connection;
import java.sql.SQLException;

import dev.orm.cluster.Failures;
import dev.orm.cluster.ServedConnection;
import dev.orm.observe.Destination;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a connection of a database with replicas tells of its server. */
final class Served {

	private static final Logger logger = LoggerFactory.getLogger(Served.class);

	private Served() {
	}

	static Destination destination(Database database, Connection connection) {
		if (ThreadTransaction.bound(database) instanceof CursorHolder cursor) {
			return cursor.destination();
		}
		ServedConnection served = (database.replicas() != null) ? find(connection) : null;
		return (served != null) ? served.destination() : Destination.ONLY;
	}

	private static @Nullable ServedConnection find(Connection connection) {
		try {
			return connection.isWrapperFor(ServedConnection.class) ? connection.unwrap(ServedConnection.class) : null;
		}
		catch (SQLException ex) {
			logger.debug("Could not ask a connection for its server", ex);
			return null;
		}
	}

	/** Take in that a statement on a connection of the thread failed. */
	static void failed(Database database, @Nullable Connection connection, SQLException error) {
		if (database.replicas() == null || connection == null) {
			return;
		}
		ServedConnection served = find(connection);
		if (served != null && Failures.losesServer(error)) {
			served.failed(error);
		}
	}

	static void close(@Nullable Connection connection) {
		if (connection != null) {
			try (connection) {
				logger.trace("A connection goes back");
			}
			catch (SQLException ex) {
				logger.debug("Could not close a connection", ex);
			}
		}
	}

}
