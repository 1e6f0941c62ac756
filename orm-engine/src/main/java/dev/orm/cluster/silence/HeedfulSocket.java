package dev.orm.cluster.silence;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;

import jdk.net.ExtendedSocketOptions;

/**
 * A connection to a server that may take its time over a statement, for as long as it is
 * there. Used by one thread at a time, as connections are.
 */
final class HeedfulSocket extends Socket {

	/** A long statement is looked after less and less often. */
	private static final Duration LONGEST = Duration.ofMinutes(1);

	private static final Duration RING = Duration.ofSeconds(3);

	/** Seconds, and a number: who went without a word is noticed after a minute. */
	private static final Map<SocketOption<Integer>, Integer> KEEP_ALIVE = Map.of(ExtendedSocketOptions.TCP_KEEPIDLE, 30,
			ExtendedSocketOptions.TCP_KEEPINTERVAL, 10, ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

	private final String alias;

	private final int patience;

	/** What the driver asked for; 0 for no limit. */
	private int limit;

	private int silence;

	/** Make one. Who only names the factory loads no class of sockets by that. */
	static Socket open(String alias, Duration patience) throws IOException {
		return new HeedfulSocket(alias, patience);
	}

	private HeedfulSocket(String alias, Duration patience) throws IOException {
		this.alias = alias;
		this.patience = Math.toIntExact(patience.toMillis());
		this.silence = this.patience;
		super.setSoTimeout(this.silence);
		keepAlive();
	}

	private void keepAlive() throws IOException {
		for (Map.Entry<SocketOption<Integer>, Integer> option : KEEP_ALIVE.entrySet()) {
			if (supportedOptions().contains(option.getKey())) {
				setOption(option.getKey(), option.getValue());
			}
		}
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return new HeedfulInput(super.getInputStream(), this);
	}

	@Override
	public synchronized void setSoTimeout(int millis) throws SocketException {
		this.limit = millis;
		listen(this.patience);
	}

	@Override
	public synchronized int getSoTimeout() {
		return this.limit;
	}

	private void listen(int millis) throws SocketException {
		this.silence = millis;
		super.setSoTimeout((this.limit > 0) ? this.limit : millis);
	}

	void heard() throws SocketException {
		if (this.silence != this.patience) {
			listen(this.patience);
		}
	}

	/**
	 * Go on listening, if the server is there and nobody set a limit.
	 * @param timeout what ended the listening
	 */
	void heardNothing(SocketTimeoutException timeout) throws IOException {
		if (this.limit > 0) {
			throw timeout;
		}
		if (!new Doorbell(getRemoteSocketAddress(), RING).isAnswered()) {
			close();
			// no timeout: the driver would try again
			throw new InterruptedIOException("""
					Database '%s' is silent: %s said nothing for %d ms, and nothing to two more connections"""
				.formatted(this.alias, getRemoteSocketAddress(), this.silence));
		}
		listen((int) Math.min(2L * this.silence, Math.max(this.patience, LONGEST.toMillis())));
	}

}
