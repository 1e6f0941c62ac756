package dev.orm.observe;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** What metrics and spans tell of an error. */
final class ErrorTags {

	private static final String NONE = "none";

	private ErrorTags() {
	}

	/** Return the class of an error. */
	static String type(@Nullable Throwable error) {
		return (error != null) ? error.getClass().getSimpleName() : NONE;
	}

	/** Return the server's code of an error, an SQLSTATE. */
	static String status(@Nullable Throwable error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException server && server.getSQLState() != null) {
				return server.getSQLState();
			}
		}
		return NONE;
	}

}
