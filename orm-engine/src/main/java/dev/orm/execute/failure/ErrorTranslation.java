package dev.orm.execute.failure;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import dev.orm.cluster.Failures;
import dev.orm.error.DatabaseConnectionException;
import dev.orm.error.TransactionOutcomeUnknownException;
import dev.orm.error.detail.ConnectionProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Turns the driver's errors into Spring's, by the database's own rules first and by
 * SQLSTATE else. The message holds the SQL text and the server's reason, never a value of
 * a parameter or of a row. Thread-safe.
 */
public final class ErrorTranslation implements SQLExceptionTranslator {

	private static final String HINT = "\n  hint: ";

	private static final String TASK = "Cannot run";

	/** What Spring's transaction manager calls a commit. */
	private static final String COMMIT = "JDBC commit";

	private final SQLExceptionSubclassTranslator translator = new SQLExceptionSubclassTranslator();

	private final PostgresErrors errors = new PostgresErrors();

	private final @Nullable String alias;

	/** Translate errors of several databases, or of one that is not known. */
	public ErrorTranslation() {
		this(null);
	}

	/** Translate errors of a database. */
	public ErrorTranslation(@Nullable String alias) {
		this.alias = alias;
		this.translator.setCustomTranslator(this.errors);
	}

	public DataAccessException translate(String sql, SQLException error) {
		return translate(TASK, sql, error);
	}

	/**
	 * Turn an error of a statement.
	 * @param alias the database
	 * @param sql the statement
	 * @param error the error
	 */
	public DataAccessException of(String alias, String sql, SQLException error) {
		return (Failures.losesServer(error)) ? lost(alias, sql, error) : translate(sql, error);
	}

	/**
	 * Turn the error of a pool that gives no connection.
	 * @param alias the database
	 * @param error the error
	 */
	public static DatabaseConnectionException unconnected(String alias, Throwable error) {
		return new DatabaseConnectionException(alias,
				"No connection to database '%s': %s%s".formatted(alias, ConnectionProblem.reason(error), hint(error)),
				error);
	}

	/** A pool that waited in vain had none to lose. */
	private static DatabaseConnectionException lost(String alias, String sql, SQLException error) {
		String what = (error instanceof SQLTransientConnectionException) ? "there is no connection to database '%s'"
				: "the connection to database '%s' was lost";
		return new DatabaseConnectionException(alias, "%s [%s]; %s: %s%s".formatted(TASK, sql, what.formatted(alias),
				ConnectionProblem.reason(error), hint(error)), error);
	}

	/**
	 * Say of which database a savepoint is, if its connection is lost.
	 * @param alias the database
	 * @param error what Spring says of the savepoint
	 * @return the error to throw
	 */
	public static RuntimeException ofSavepoint(String alias, RuntimeException error) {
		return (ConnectionProblem.of(error) != null)
				? new DatabaseConnectionException(alias, "The connection to database '%s' was lost at a savepoint: %s%s"
					.formatted(alias, ConnectionProblem.reason(error), hint(error)), error)
				: error;
	}

	private static String hint(Throwable error) {
		ConnectionProblem problem = ConnectionProblem.of(error);
		boolean isSaid = ConnectionProblem.reason(error).contains(HINT);
		return (problem != null && !isSaid) ? HINT + problem.hint() : "";
	}

	@Override
	public DataAccessException translate(String task, @Nullable String sql, SQLException error) {
		SQLException bare = BareError.of(error, sql);
		if (task.equals(COMMIT) && this.errors.losesConnection(bare)) {
			throw lostInCommit(bare);
		}
		DataAccessException known = this.translator.translate(task, sql, bare);
		return (known != null) ? known : new UncategorizedSQLException(task, sql, bare);
	}

	/**
	 * What only read has stored nothing, whatever became of its end. Thrown, and an error
	 * of transactions, as a manager of Spring's would try to roll back after any other.
	 */
	private TransactionSystemException lostInCommit(SQLException error) {
		if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			return new TransactionOutcomeUnknownException(this.alias, error);
		}
		return new TransactionSystemException(
				"The connection%s was lost at the end of a transaction that only read: %s%s".formatted(
						(this.alias != null) ? " to database '" + this.alias + "'" : "",
						ConnectionProblem.reason(error), hint(error)),
				error);
	}

	/**
	 * Return whether the server refuses every further statement of the transaction.
	 * @param error the error
	 * @return true unless the driver alone found it
	 */
	public boolean breaksTransaction(@Nullable SQLException error) {
		return error != null && this.errors.breaksTransaction(error);
	}

}
