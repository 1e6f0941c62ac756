package dev.orm.error.detail;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/** Why there is no connection to a server, and what to do about it. */
public enum ConnectionProblem {

	/** A server that says nothing. */
	SILENT((error) -> error instanceof InterruptedIOException,
			"the server hangs, or the network loses packets: look after both"),
	/** A name that no address is known of. */
	HOST((error) -> error instanceof UnknownHostException, "correct the host in the URL"),
	/** Nobody listens. */
	REFUSED((error) -> error instanceof ConnectException,
			"start the server, or correct host and port in the URL; the server's listen_addresses must have the host"),
	/** One side wants encryption as the other does not have it. */
	ENCRYPTION(
			(error) -> error instanceof SSLException
					|| (states(error, "08") && String.valueOf(error.getMessage()).contains("SSL")),
			"let sslmode in the URL be what the server has, and sslrootcert name who signed its certificate"),
	/** A user that the server does not let in. */
	LOGIN((error) -> states(error, "28") || states(error, "08004"),
			"correct user name and password; whom the server lets in, from where and how, its pg_hba.conf says"),
	/** A database that is not there. */
	DATABASE((error) -> states(error, "3D000"),
			"create the database, which migrations cannot do, or correct its name in the URL"),
	/** A server with as many connections as it takes. */
	FULL((error) -> states(error, "53300"),
			"let the pools of all instances together have fewer connections than max_connections of the server, or use a"
					+ " pooler"),
	/** A server that is not ready. */
	STARTING((error) -> states(error, "57P03"), "wait until the server has started or recovered"),
	/** A server that is stopped, or somebody ended the session. */
	ENDED((error) -> states(error, "57P"), "repeat the transaction"),
	/** A pool all of whose connections are out. */
	EXHAUSTED(
			(error) -> error instanceof SQLTransientConnectionException && error.getCause() == null
					&& String.valueOf(error.getMessage()).contains("timed out"),
			"end transactions sooner, find who keeps connections (hikari.leak-detection-threshold), or let"
					+ " hikari.maximum-pool-size be larger; a thread that holds a connection itself, in the loop over a stream or"
					+ " beside a suspended transaction (REQUIRES_NEW, NOT_SUPPORTED), needs a second one"),
	/** A connection that broke. */
	LOST((error) -> error instanceof SQLTransientConnectionException || states(error, "08"), "repeat the transaction");

	private final Predicate<Throwable> sign;

	private final String hint;

	ConnectionProblem(Predicate<Throwable> sign, String hint) {
		this.sign = sign;
		this.hint = hint;
	}

	private static boolean states(Throwable error, String start) {
		return error instanceof SQLException known
				&& Objects.requireNonNullElse(known.getSQLState(), "").startsWith(start);
	}

	/**
	 * Find out why.
	 * @param error what pool or driver say, or what others made of it
	 * @return the problem; null if it is none of connections
	 */
	public static @Nullable ConnectionProblem of(Throwable error) {
		List<Throwable> causes = causes(error);
		if (causes.stream().noneMatch(ConnectionProblem::isOfConnection)) {
			return null;
		}
		return Stream.of(values()).filter((problem) -> causes.stream().anyMatch(problem.sign)).findFirst().orElse(LOST);
	}

	private static boolean isOfConnection(Throwable error) {
		return error instanceof SQLTransientConnectionException
				|| Stream.of("08", "28", "3D000", "53300", "57P").anyMatch((state) -> states(error, state));
	}

	/**
	 * Say what pool, driver or server say.
	 * @param error an error of connections, or what others made of it
	 * @return the message of the cause that knows most
	 */
	public static String reason(Throwable error) {
		List<Throwable> causes = causes(error);
		Throwable last = causes.stream()
			.filter((cause) -> cause instanceof SQLException || cause instanceof InterruptedIOException)
			.reduce(error, (outer, inner) -> inner);
		String said = String.valueOf(last.getMessage());
		return causes.stream()
			.filter(UnknownHostException.class::isInstance)
			.findFirst()
			.map((host) -> said + " " + host.getMessage())
			.orElse(said);
	}

	private static List<Throwable> causes(Throwable error) {
		Set<Throwable> causes = new LinkedHashSet<>();
		for (Throwable cause = error; cause != null && causes.add(cause); cause = cause.getCause()) {
			// a circle ends it, too
		}
		return List.copyOf(causes);
	}

	/**
	 * Return what to do.
	 * @return the way out, as a part of a sentence
	 */
	public String hint() {
		return this.hint;
	}

}
