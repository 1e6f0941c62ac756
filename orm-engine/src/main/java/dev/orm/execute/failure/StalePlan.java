package dev.orm.execute.failure;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * A prepared statement that has outlived a change of its tables. The driver prepares it
 * anew at its next use on the same connection; a pool that gives the connection up hands
 * out another one, which may have an old plan as well.
 */
public final class StalePlan {

	/** More connections than pools have. */
	private static final int MOST_CONNECTIONS = 1000;

	private StalePlan() {
	}

	/**
	 * Send a statement again for as long as the server only refuses an old plan.
	 * @param error why it failed at first
	 * @param again sends it again, on the same connection if that is open
	 * @return what sending returned
	 * @throws SQLException the error, if it is another one
	 */
	public static <R extends @Nullable Object> R heal(SQLException error, Sending<R> again) throws SQLException {
		SQLException last = error;
		for (int i = 0; i < MOST_CONNECTIONS && PostgresErrors.isStalePlan(last); i++) {
			try {
				return again.send();
			}
			catch (SQLException ex) {
				last = ex;
			}
		}
		throw last;
	}

	/** Sends a statement. */
	public interface Sending<R extends @Nullable Object> {

		R send() throws SQLException;

	}

}
