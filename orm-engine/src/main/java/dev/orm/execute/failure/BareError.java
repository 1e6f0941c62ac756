package dev.orm.execute.failure;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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

	/**
	 * Errors in names, files and features, whose message may quote a value that was to be
	 * one: {@code 'x'::regclass}.
	 */
	private static final Set<String> NAME_CLASSES = Set.of("42", "3F", "58", "0A", "55");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\d+");

	/** The marks of quotation that servers use, in any of their languages. */
	private static final String MARK = "[\"\u00ab\u00bb\u201c-\u201f\u300c\u300d]";

	/** From the first mark to the last, as a value may hold some itself. */
	private static final Pattern QUOTED = Pattern.compile(MARK + ".*(" + MARK + "|$)", Pattern.DOTALL);

	private static final Pattern NAME = Pattern.compile(MARK + "(.*?)" + MARK, Pattern.DOTALL);

	private BareError() {
	}

	/**
	 * Take values out of an error.
	 * @param error the error
	 * @param sql the text that was sent, with placeholders for values; null if it is not
	 * known
	 */
	public static SQLException of(SQLException error, @Nullable String sql) {
		SQLException cause = rootOf(error);
		ServerErrorMessage server = server(cause);
		return (server != null) ? traced(without(server, (sql != null) ? sql : ""), cause) : cause;
	}

	private static SQLException without(ServerErrorMessage server, String sql) {
		String message = Objects.requireNonNullElse(server.getMessage(), "");
		String state = Objects.requireNonNullElse(server.getSQLState(), "");
		if (quotesValue(server, message, state, sql)) {
			return new SQLException(server.getSeverity() + ": " + unquoted(message), state);
		}
		return new PSQLException(server, false);
	}

	private static boolean quotesValue(ServerErrorMessage server, String message, String state, String sql) {
		if (!QUOTED.matcher(message).find()) {
			return false;
		}
		String inside = Objects.requireNonNullElse(server.getInternalQuery(), "");
		return state.startsWith(DATA_CLASS) || (state.length() > 1 && NAME_CLASSES.contains(state.substring(0, 2))
				&& !isOfText(message, (sql + " " + inside).replace("\"", "").toLowerCase(Locale.ROOT)));
	}

	/**
	 * Whether all that is quoted stands in the text of a statement, which is no secret.
	 */
	private static boolean isOfText(String message, String text) {
		return NAME.matcher(message)
			.results()
			.map((name) -> name.group(1).toLowerCase(Locale.ROOT))
			.allMatch((name) -> text.contains(name) || PLACEHOLDER.matcher(name).matches());
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
