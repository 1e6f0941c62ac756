package dev.orm.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a pool and a server and counts round trips: how often a client speaks
 * after the server has.
 */
final class CountingProxy implements AutoCloseable {

	private final ServerSocket door;

	private final int target;

	private final AtomicInteger roundTrips = new AtomicInteger();

	CountingProxy(int target) {
		try {
			this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
			this.target = target;
			thread(this::accept);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void thread(Runnable work) {
		Thread thread = new Thread(work, "counting-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		while (!this.door.isClosed()) {
			try {
				Socket client = this.door.accept();
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
				client.setTcpNoDelay(true);
				server.setTcpNoDelay(true);
				AtomicInteger speaker = new AtomicInteger();
				thread(() -> pump(client, server, speaker, 1));
				thread(() -> pump(server, client, speaker, 2));
			}
			catch (IOException ex) {
				// closed
			}
		}
	}

	private void pump(Socket from, Socket to, AtomicInteger speaker, int side) {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] buffer = new byte[16384];
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				if (speaker.getAndSet(side) != side && side == 1) {
					this.roundTrips.incrementAndGet();
				}
				out.write(buffer, 0, read);
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	String url() {
		return "jdbc:postgresql://localhost:" + this.door.getLocalPort() + "/postgres?user=postgres";
	}

	int roundTrips() {
		return this.roundTrips.get();
	}

	@Override
	public void close() {
		try {
			this.door.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
