package dev.orm.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between the driver and the server: counts how often the driver sends after the
 * server has answered, and can delay each of these as a network would. Thread-safe.
 */
final class RoundTripProxy implements AutoCloseable {

	private final ServerSocket listener;

	private final int target;

	private final AtomicInteger roundTrips = new AtomicInteger();

	private volatile long delayNanos;

	RoundTripProxy(int target) {
		try {
			this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
			this.target = target;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot open the proxy", ex);
		}
		start("proxy", this::accept);
	}

	String url() {
		return "jdbc:postgresql://localhost:" + this.listener.getLocalPort() + "/postgres?user=postgres";
	}

	/** Return the round trips since the last call. */
	int take() {
		return this.roundTrips.getAndSet(0);
	}

	void delay(long nanos) {
		this.delayNanos = nanos;
	}

	private void accept() {
		while (!this.listener.isClosed()) {
			try {
				connect(this.listener.accept());
			}
			catch (IOException ex) {
				if (!this.listener.isClosed()) {
					throw new UncheckedIOException("The proxy failed", ex);
				}
			}
		}
	}

	private void connect(Socket client) throws IOException {
		Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
		client.setTcpNoDelay(true);
		server.setTcpNoDelay(true);
		AtomicBoolean answered = new AtomicBoolean(true);
		start("to server", () -> copy(client, server, () -> {
			if (answered.compareAndSet(true, false)) {
				this.roundTrips.incrementAndGet();
				if (this.delayNanos > 0) {
					LockSupport.parkNanos(this.delayNanos);
				}
			}
		}));
		start("to client", () -> copy(server, client, () -> answered.set(true)));
	}

	private static void copy(Socket from, Socket to, Runnable onChunk) {
		byte[] buffer = new byte[65_536];
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				onChunk.run();
				out.write(buffer, 0, read);
			}
		}
		catch (IOException ex) {
			// either side hung up, which ends the connection
			return;
		}
	}

	private static void start(String name, Runnable work) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.listener.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot close the proxy", ex);
		}
	}

}
