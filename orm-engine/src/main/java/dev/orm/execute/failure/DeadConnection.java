package dev.orm.execute.failure;

import java.sql.Connection;
import java.sql.SQLException;

/** Connections nobody can go on with. */
public final class DeadConnection {

	private DeadConnection() {
	}

	/** Close it below the pool, which then finds it dead and gives it up. */
	public static void abort(Connection connection, Throwable cause) {
		try {
			connection.abort(Runnable::run);
		}
		catch (SQLException ex) {
			cause.addSuppressed(ex);
		}
	}

}
