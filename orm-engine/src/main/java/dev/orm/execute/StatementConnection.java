package dev.orm.execute;

import java.sql.Connection;
import java.sql.SQLException;

import dev.orm.cluster.Failures;
import dev.orm.cluster.Replicas;
import dev.orm.error.OrmException;
import dev.orm.execute.failure.DeadConnection;
import dev.orm.execute.failure.StalePlan;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The connection of one statement: that of the thread's transaction, or one on which the
 * statement is committed by itself, also where the pool has auto-commit off. Used by one
 * thread.
 */
final class StatementConnection {

	private final Database database;

	private final @Nullable CurrentTransaction transaction;

	/** Whether the statement is a part of the transaction. */
	private final boolean joins;

	private StatementServer server;

	private @Nullable Connection connection;

	/** Whether what the statement does waits for a commit of ours. */
	private boolean awaitsCommit;

	StatementConnection(Database database, StatementCall call) {
		this.database = database;
		this.transaction = CurrentTransaction.enter(database);
		this.server = Databases.choose(database, call, this.transaction);
		this.joins = this.transaction != null && this.server instanceof StatementServer.Joined;
	}

	/**
	 * Do the work. A read that a replica did not answer is done again elsewhere: it has
	 * handed out no row yet.
	 */
	<R extends @Nullable Object> R attempt(Work<R> work, Execution execution) throws SQLException {
		try {
			return attemptHere(work, execution);
		}
		catch (SQLException ex) {
			StatementServer other = work.isRepeatable() ? this.server.elsewhere(ex) : null;
			if (other == null) {
				throw ex;
			}
			rollback(ex);
			this.server.release(this.connection);
			this.connection = null;
			this.server = other;
			return attemptHere(work, execution);
		}
	}

	@Nullable CurrentTransaction transaction() {
		return this.transaction;
	}

	/**
	 * Do the work. Outside of a transaction it is done again if the server only refused a
	 * plan that is older than its tables.
	 */
	private <R extends @Nullable Object> R attemptHere(Work<R> work, Execution execution) throws SQLException {
		try {
			return work.run(open(execution), execution);
		}
		catch (SQLException ex) {
			if (this.joins || !work.isRepeatable()) {
				throw ex;
			}
			return StalePlan.heal(ex, () -> {
				renew(ex);
				return work.run(open(execution), execution);
			});
		}
	}

	private Connection open(Execution execution) throws SQLException {
		if (this.connection != null) {
			return this.connection;
		}
		Connection opened = this.server.open();
		this.connection = opened;
		// before the statement: one that commits by itself is stored, whatever the driver
		// says afterwards
		this.awaitsCommit = !this.joins && !opened.getAutoCommit();
		if (execution.isHeard()) {
			execution.sent(this.server.destination(opened));
		}
		return opened;
	}

	/** End what the failed statement began; the pool may have closed the connection. */
	private void renew(SQLException cause) throws SQLException {
		if (this.connection != null && this.connection.isClosed()) {
			this.server.release(this.connection);
			this.connection = null;
		}
		rollback(cause);
	}

	/** Keep what the statement did, unless a transaction decides. */
	void commit() throws SQLException {
		Connection opened = this.connection;
		if (opened != null && this.awaitsCommit) {
			opened.commit();
		}
	}

	/** Return whether what the statement did was stored once the server had run it. */
	boolean isStored() {
		return this.transaction == null && !this.awaitsCommit;
	}

	/**
	 * End what the failed statement began, unless a transaction decides.
	 */
	void rollback(Throwable cause) {
		Connection opened = this.connection;
		try {
			if (opened != null && this.awaitsCommit) {
				opened.rollback();
			}
		}
		catch (SQLException ex) {
			cause.addSuppressed(ex);
			abandon(cause);
		}
	}

	/** Let the transaction, if one is open, end by a rollback only. */
	void breakBy(Throwable cause) {
		if (this.transaction != null && this.joins) {
			this.transaction.requireRollback(cause);
		}
	}

	/**
	 * End what the failed statement began. A connection that the driver may have left out
	 * of step with the server, as after an exception that is not an {@link SQLException},
	 * is handed on to nobody.
	 */
	void rollbackOrAbandon(Throwable cause) {
		if (isInStep(cause)) {
			rollback(cause);
		}
		else {
			abandon(cause);
		}
	}

	/**
	 * Return whether an error is none of the driver's own, so that the connection is as
	 * the server knows it: one of the engine's, a translated one, or a missed deadline.
	 */
	static boolean isInStep(Throwable error) {
		return error instanceof OrmException || error instanceof DataAccessException
				|| error instanceof TransactionException;
	}

	private void abandon(Throwable cause) {
		if (this.connection != null) {
			breakBy(cause);
			DeadConnection.abort(this.connection, cause);
		}
	}

	/** Take in what a failure says of the server. */
	void failed(SQLException error) {
		Served.failed(this.database, this.connection, error);
	}

	/** Return whether the primary of a database with replicas only reads by now. */
	boolean isDemoted(SQLException error) {
		Replicas replicas = this.database.replicas();
		if (replicas == null || !Failures.isReadOnly(error) || this.connection == null
				|| this.server.destination(this.connection).isReplica()
				|| (this.transaction != null && ThreadTransaction.isReadOnly(this.database))) {
			return false;
		}
		replicas.demoted();
		return true;
	}

	void release() {
		try {
			this.server.release(this.connection);
		}
		finally {
			this.server.end();
		}
	}

	/** What is done with a connection for one statement. */
	@FunctionalInterface
	interface Work<R extends @Nullable Object> {

		R run(Connection connection, Execution execution) throws SQLException;

		/** Whether it may be done again, on another connection, after it failed. */
		default boolean isRepeatable() {
			return true;
		}

	}

}
