package dev.orm.execute.failure;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Takes the values of rows and parameters out of the driver's errors, which end in logs:
 * the detail of the server's answer, the statement of a batch, and what a conversion
 * could not read.
 */
public final class BareError {

	/** Errors in data, whose message may quote a value. */
	private static final String DATA_CLASS = "22";

	/** The marks of quotation that servers use, in any of their languages. */
	private static final String MARK = "[\"\u00ab\u00bb\u201c-\u201f\u300c\u300d]";

	/** From the first mark to the last, as a value may hold some itself. */
	private static final Pattern QUOTED = Pattern.compile(MARK + ".*(" + MARK + "|$)", Pattern.DOTALL);

	private BareError() {
	}

	public static SQLException of(SQLException error) {
		SQLException cause = rootOf(error);
		ServerErrorMessage server = server(cause);
		return (server != null) ? traced(without(server), cause) : cause;
	}

	private static SQLException without(ServerErrorMessage server) {
		String message = Objects.requireNonNullElse(server.getMessage(), "");
		String state = Objects.requireNonNullElse(server.getSQLState(), "");
		if (state.startsWith(DATA_CLASS) && QUOTED.matcher(message).find()) {
			return new SQLException(server.getSeverity() + ": " + unquoted(message), state);
		}
		return new PSQLException(server, false);
	}

	private static String unquoted(String message) {
		String bare = QUOTED.matcher(message).replaceFirst("\u2026");
		return bare.endsWith(": \u2026") ? bare.substring(0, bare.length() - 3) : bare;
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

	public static boolean isOfServer(SQLException error) {
		return server(rootOf(error)) != null;
	}

	public static @Nullable ServerErrorMessage server(SQLException error) {
		return (error instanceof PSQLException known) ? known.getServerErrorMessage() : null;
	}

}
