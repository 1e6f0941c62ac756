package dev.orm.execute.failure;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.orm.error.ConstraintViolationException;
import dev.orm.error.ReadOnlyTransactionException;
import dev.orm.error.TransactionManagementException;
import dev.orm.error.UniqueViolationException;
import dev.orm.error.detail.ConstraintDetails;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * PostgreSQL's errors that SQLSTATE classes alone tell badly: which constraint broke,
 * that a lock was not free, that the transaction is broken or read-only. Declines the
 * others. Thread-safe.
 */
public final class PostgresErrors implements SQLExceptionTranslator {

	private static final String INTEGRITY_CLASS = "23";

	private static final String CONNECTION_CLASS = "08";

	private static final String GRAMMAR_CLASS = "42";

	private static final String BEHIND = "if a model has it, the database is behind: apply the pending migrations, or"
			+ " write one by makemigrations";

	private static final String EXTENSION = "if an extension has it, such as pg_trgm, unaccent or hstore, let a migration"
			+ " make that: meta.extension(\"...\") in the Meta method of a model";

	private static final String INSUFFICIENT_PRIVILEGE = "42501";

	/** The server ends, or was told to end, the session. */
	private static final Set<String> SHUTDOWNS = Set.of("57P01", "57P02", "57P03");

	@Override
	public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException error) {
		String state = state(error);
		String message = said(task, sql, error);
		return switch (state) {
			case "23505" -> new UniqueViolationException(message, details(error, state), error);
			case "55P03" -> new CannotAcquireLockException(message, error);
			case "25006" -> new ReadOnlyTransactionException(
					message + "\n  hint: write outside of readOnly() blocks and on the primary database", error);
			case "25P02" -> new TransactionManagementException(message
					+ "\n  hint: an earlier statement of this transaction failed; put what may fail into an atomic block"
					+ " of its own", error);
			case "57014", "25P03", "25P04" -> new QueryTimeoutException(message + "\n  hint: " + limit(state), error);
			case "2D000" -> new TransactionManagementException(
					message + "\n  hint: a procedure that commits must be called outside of a transaction", error);
			case "0A000" -> isStalePlan(error) ? new TransientDataAccessResourceException(
					message + "\n  hint: the tables changed since the statement was prepared; repeat the transaction",
					error) : null;
			case "26000", "42P05" -> new TransientDataAccessResourceException(message
					+ "\n  hint: what was prepared on this connection is not there, or another one's, as behind a pooler that"
					+ " gives each transaction another session: repeat the transaction, and set prepareThreshold=0 in the"
					+ " URL or let the pooler keep prepared statements (max_prepared_statements of PgBouncer)", error);
			case "3F000", "21000" -> badGrammar(task, sql, error);
			case "0100E" -> new InvalidDataAccessApiUsageException(
					message + "\n  hint: the statement answers rows: read them, by rows() or list(…)", error);
			case "02000" -> new InvalidDataAccessApiUsageException(
					message + "\n  hint: the statement was run and answers no rows: run such a one by update()", error);
			case "07006" -> new InvalidDataAccessApiUsageException(message
					+ "\n  hint: a value of that class does not travel: give the key of an instance, the text of a"
					+ " document", error);
			default -> byClass(state, task, sql, error);
		};
	}

	/** Which limit ended a statement, or a transaction and its connection with it. */
	private static String limit(String state) {
		return switch (state) {
			case "25P03" ->
				"wait for nobody in a transaction, or let idle_in_transaction_session_timeout of the server be"
						+ " longer";
			case "25P04" -> "do less in a transaction, or let transaction_timeout of the server be longer";
			default ->
				"the deadline of its transaction, a limit of the server (statement_timeout) or somebody else ended"
						+ " it: make it faster, or the limit longer";
		};
	}

	private static @Nullable DataAccessException byClass(String state, String task, @Nullable String sql,
			SQLException error) {
		if (state.startsWith(INTEGRITY_CLASS)) {
			return new ConstraintViolationException(said(task, sql, error), details(error, state), error);
		}
		return state.startsWith(GRAMMAR_CLASS) && !state.equals(INSUFFICIENT_PRIVILEGE) ? badGrammar(task, sql, error)
				: null;
	}

	/** What was done; a commit has no text of its own. */
	private static String said(String task, @Nullable String sql, SQLException error) {
		return ((sql != null) ? task + " [" + sql + "]" : task) + "; " + error.getMessage();
	}

	private static BadSqlGrammarException badGrammar(String task, @Nullable String sql, SQLException error) {
		String told = task + ": " + error.getMessage();
		return switch (state(error)) {
			case "42P01", "42703", "3F000" -> new UnknownObjectException(told, String.valueOf(sql), error, BEHIND);
			case "42883", "42704" -> new UnknownObjectException(told, String.valueOf(sql), error, EXTENSION);
			default -> new BadSqlGrammarException(told, String.valueOf(sql), error);
		};
	}

	/**
	 * Return whether nothing more can be sent over the connection.
	 */
	public boolean losesConnection(SQLException error) {
		String state = state(error);
		return state.startsWith(CONNECTION_CLASS) || SHUTDOWNS.contains(state);
	}

	public boolean breaksTransaction(SQLException error) {
		return BareError.isOfServer(error) || losesConnection(BareError.of(error, null));
	}

	/**
	 * Return whether a prepared statement has outlived a change of its tables. The driver
	 * prepares it anew at its next use.
	 */
	public static boolean isStalePlan(SQLException error) {
		ServerErrorMessage server = BareError.server(error);
		String routine = (server != null) ? server.getRoutine() : null;
		return state(error).equals("0A000") && routine != null && routine.startsWith("RevalidateCached");
	}

	private static String state(SQLException error) {
		return Objects.requireNonNullElse(error.getSQLState(), "");
	}

	private static ConstraintDetails details(SQLException error, String state) {
		ServerErrorMessage message = BareError.server(error);
		if (message == null) {
			return new ConstraintDetails(state, "", "", "", List.of());
		}
		String column = text(message.getColumn());
		return new ConstraintDetails(state, text(message.getConstraint()), text(message.getTable()), column,
				column.isEmpty() ? columns(text(message.getDetail())) : List.of(column));
	}

	/**
	 * Read the columns off a detail such as {@code Key (a, lower(b))=(1, x) …}, in any
	 * language.
	 */
	private static List<String> columns(String detail) {
		int start = detail.indexOf('(');
		int end = detail.indexOf(")=(");
		return (start >= 0 && end > start) ? List.of(detail.substring(start + 1, end).split(", (?![^(]*\\))"))
				: List.of();
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
