package dev.orm.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of a replica that readers have. Of a server that falls silent they are
 * closed, so that who waits for an answer is told, and asks elsewhere. Thread-safe.
 */
final class LentConnections {

	private static final Logger logger = LoggerFactory.getLogger(LentConnections.class);

	private final Map<Reading, Connection> lent = new ConcurrentHashMap<>();

	void lend(Reading reading, Connection connection) {
		this.lent.put(reading, connection);
	}

	void takeBack(Reading reading) {
		this.lent.remove(reading);
	}

	/** Close all below their pool, which then gives them up. */
	void abort() {
		this.lent.values().forEach(LentConnections::abort);
	}

	private static void abort(Connection connection) {
		try {
			connection.abort(Runnable::run);
		}
		catch (SQLException ex) {
			logger.debug("Could not close the connection of a silent server", ex);
		}
	}

}
