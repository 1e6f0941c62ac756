package dev.orm.execute;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Takes the values of rows and parameters out of the driver's errors, which end in logs:
 * the detail of the server's answer, the statement of a batch, and what a conversion
 * could not read.
 */
final class BareError {

	/** Errors in data, whose message may quote a value behind a colon. */
	private static final String DATA_CLASS = "22";

	private static final String QUOTED = ": \"";

	private BareError() {
	}

	static SQLException of(SQLException error) {
		SQLException cause = rootOf(error);
		ServerErrorMessage server = server(cause);
		return (server != null) ? traced(without(server), cause) : cause;
	}

	private static SQLException without(ServerErrorMessage server) {
		String message = Objects.requireNonNullElse(server.getMessage(), "");
		String state = Objects.requireNonNullElse(server.getSQLState(), "");
		int quoted = message.indexOf(QUOTED);
		if (state.startsWith(DATA_CLASS) && quoted > 0) {
			return new SQLException(server.getSeverity() + ": " + message.substring(0, quoted), state);
		}
		return new PSQLException(server, false);
	}

	private static SQLException traced(SQLException bare, SQLException original) {
		bare.setStackTrace(original.getStackTrace());
		return bare;
	}

	/** Return the server's error of a batch, which the driver puts behind its own. */
	private static SQLException rootOf(SQLException error) {
		boolean batch = error instanceof BatchUpdateException;
		if (batch && error.getNextException() != null) {
			return error.getNextException();
		}
		return (batch && error.getCause() instanceof SQLException cause) ? cause : error;
	}

	static boolean isOfServer(SQLException error) {
		return server(rootOf(error)) != null;
	}

	static @Nullable ServerErrorMessage server(SQLException error) {
		return (error instanceof PSQLException known) ? known.getServerErrorMessage() : null;
	}

}
