package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import dev.orm.migration.problem.MigrationException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets each migration that runs in a transaction wait for locks a while only: whoever
 * waits for a strong lock holds up all others. One outside of a transaction gets no
 * limit, as a concurrent index that is cut stays, invalid.
 */
public final class LockTimeoutCallback implements Callback {

	private final LockTimeout timeout;

	/**
	 * Create a callback.
	 * @param timeout how long to wait
	 */
	public LockTimeoutCallback(LockTimeout timeout) {
		this.timeout = timeout;
	}

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.BEFORE_EACH_MIGRATE && !this.timeout.timeout().isZero();
	}

	@Override
	public boolean canHandleInTransaction(Event event, Context context) {
		return true;
	}

	@Override
	public void handle(Event event, Context context) {
		try {
			set(context.getConnection(), this.timeout);
		}
		catch (SQLException ex) {
			throw new MigrationException("", "Cannot set the lock timeout", ex);
		}
	}

	static void set(Connection connection, LockTimeout timeout) throws SQLException {
		if (!connection.getAutoCommit() && !timeout.timeout().isZero()) {
			try (Statement statement = connection.createStatement()) {
				statement.execute("SET LOCAL lock_timeout = " + timeout.timeout().toMillis());
			}
		}
	}

	@Override
	public String getCallbackName() {
		return "orm lock timeout";
	}

}
