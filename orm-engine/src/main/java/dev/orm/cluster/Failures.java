package dev.orm.cluster;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;

/** What errors say of a server. */
public final class Failures {

	private static final String CONNECTION_CLASS = "08";

	private static final Set<String> SHUTDOWNS = Set.of("57P01", "57P02", "57P03");

	/** What a standby says when the log takes away what a statement reads. */
	private static final String RECOVERY_CONFLICT = "40001";

	private static final String READ_ONLY = "25006";

	private static final Set<String> UNKNOWN = Set.of("42883", "42501", "42P01", "42703", "0A000", "55000");

	private Failures() {
	}

	/**
	 * Return whether the server, or the way to it, is lost.
	 * @param error the error
	 * @return true if so
	 */
	public static boolean losesServer(SQLException error) {
		String state = state(error);
		return error instanceof SQLTransientConnectionException || state.startsWith(CONNECTION_CLASS)
				|| SHUTDOWNS.contains(state);
	}

	/**
	 * Return whether another server would have answered.
	 * @param error the error of a read on a replica
	 * @return true if so
	 */
	public static boolean isOfReplica(SQLException error) {
		return losesServer(error) || isReadOnly(error) || state(error).equals(RECOVERY_CONFLICT);
	}

	/**
	 * Return whether the server only reads.
	 * @param error the error of a write
	 * @return true if so
	 */
	public static boolean isReadOnly(SQLException error) {
		return state(error).equals(READ_ONLY);
	}

	static boolean isUnknownFunction(SQLException error) {
		return UNKNOWN.contains(state(error));
	}

	private static String state(SQLException error) {
		return Objects.requireNonNullElse(error.getSQLState(), "");
	}

}
