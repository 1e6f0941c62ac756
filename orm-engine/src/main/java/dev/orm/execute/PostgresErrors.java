package dev.orm.execute;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Objects;

import dev.orm.error.ConstraintDetails;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.ReadOnlyTransactionException;
import dev.orm.error.TransactionManagementException;
import dev.orm.error.UniqueViolationException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * PostgreSQL's errors that SQLSTATE classes alone tell badly: which constraint broke,
 * that a lock was not free, that the transaction is broken or read-only. Declines the
 * others. Thread-safe.
 */
final class PostgresErrors implements SQLExceptionTranslator {

	private static final String INTEGRITY_CLASS = "23";

	private static final String CONNECTION_CLASS = "08";

	@Override
	public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException error) {
		SQLException cause = rootOf(error);
		String state = Objects.requireNonNullElse(cause.getSQLState(), "");
		String message = task + " [" + sql + "]; " + cause.getMessage();
		return switch (state) {
			case "23505" -> new UniqueViolationException(message, details(cause, state), error);
			case "55P03" -> new CannotAcquireLockException(message, error);
			case "25006" -> new ReadOnlyTransactionException(
					message + "\n  hint: write outside of readOnly() blocks and on the primary database", error);
			case "25P02" -> new TransactionManagementException(message
					+ "\n  hint: an earlier statement of this transaction failed; put what may fail into an atomic block"
					+ " of its own", error);
			case "3F000" -> new BadSqlGrammarException(task, String.valueOf(sql), cause);
			default -> state.startsWith(INTEGRITY_CLASS)
					? new ConstraintViolationException(message, details(cause, state), error) : null;
		};
	}

	boolean breaksTransaction(SQLException error) {
		SQLException cause = rootOf(error);
		String state = Objects.requireNonNullElse(cause.getSQLState(), "");
		return serverMessage(cause) != null || state.startsWith(CONNECTION_CLASS);
	}

	private static SQLException rootOf(SQLException error) {
		boolean batch = error instanceof BatchUpdateException;
		if (batch && error.getNextException() != null) {
			return error.getNextException();
		}
		return (batch && error.getCause() instanceof SQLException cause) ? cause : error;
	}

	private static ConstraintDetails details(SQLException error, String state) {
		ServerErrorMessage message = serverMessage(error);
		if (message == null) {
			return new ConstraintDetails(state, "", "", "");
		}
		return new ConstraintDetails(state, text(message.getConstraint()), text(message.getTable()),
				text(message.getColumn()));
	}

	private static @Nullable ServerErrorMessage serverMessage(SQLException error) {
		return (error instanceof PSQLException known) ? known.getServerErrorMessage() : null;
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
