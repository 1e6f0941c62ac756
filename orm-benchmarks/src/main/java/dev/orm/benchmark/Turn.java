package dev.orm.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

import org.jspecify.annotations.Nullable;

/**
 * A JVM's turns among those that measure the same. Without the system property there are
 * no others, and nothing is waited for. Used by one thread at a time.
 */
public final class Turn {

	/** The system property that holds the port of the suite. */
	static final String PORT = "benchmark.turns";

	/** What a JVM writes to ask for a turn. */
	static final int ASKS = 1;

	/** What it reads when it has one. */
	static final int HAS = 2;

	/** What it writes when it is done. */
	private static final int DONE = 3;

	private final @Nullable Socket suite = connect();

	private static @Nullable Socket connect() {
		Integer port = Integer.getInteger(PORT);
		try {
			return (port != null) ? new Socket(InetAddress.getLoopbackAddress(), port) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot find the suite", ex);
		}
	}

	/** Wait for the turn. */
	public void begin() {
		write(ASKS);
		if (this.suite == null) {
			return;
		}
		try {
			if (this.suite.getInputStream().read() != HAS) {
				throw new IllegalStateException("The suite has ended");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot wait for a turn", ex);
		}
	}

	/** Let the next one begin. */
	public void end() {
		write(DONE);
	}

	private void write(int message) {
		if (this.suite == null) {
			return;
		}
		try {
			this.suite.getOutputStream().write(message);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot reach the suite", ex);
		}
	}

}
