package dev.orm.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * Lets JVMs work in turns, a fraction of a second each, while the others wait: a machine
 * whose speed changes from minute to minute is slow for all of them, and the times of one
 * turn can be compared. Thread-safe.
 */
final class Turns implements AutoCloseable {

	private final ServerSocket server;

	/**
	 * Who starts up takes processors from who measures: nobody begins before all came.
	 */
	private final CountDownLatch missing;

	/** Fair, so that who had a turn queues behind all others. */
	private final Semaphore turn = new Semaphore(1, true);

	/**
	 * Wait for JVMs.
	 * @param jvms how many there will be
	 */
	Turns(int jvms) {
		this.missing = new CountDownLatch(jvms);
		try {
			this.server = new ServerSocket(0, jvms, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot listen on loopback", ex);
		}
		start(this::accept);
	}

	/** Return what tells a JVM where to ask. */
	String argument() {
		return "-D" + Turn.PORT + "=" + this.server.getLocalPort();
	}

	/** A JVM has ended; if it never came, the others need not wait for it. */
	void ended() {
		this.missing.countDown();
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket jvm = this.server.accept();
				start(() -> serve(jvm));
			}
			catch (IOException ex) {
				// closed: all JVMs have ended
				return;
			}
		}
	}

	private void serve(Socket jvm) {
		try (jvm) {
			this.missing.countDown();
			while (jvm.getInputStream().read() == Turn.ASKS) {
				this.missing.await();
				give(jvm);
			}
		}
		catch (IOException ex) {
			System.out.println("A JVM broke off: " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** The turn ends when the JVM says so, or when it ends. */
	private void give(Socket jvm) throws IOException, InterruptedException {
		this.turn.acquire();
		try {
			jvm.getOutputStream().write(Turn.HAS);
			jvm.getInputStream().read();
		}
		finally {
			this.turn.release();
		}
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "turns");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot stop listening", ex);
		}
	}

}
