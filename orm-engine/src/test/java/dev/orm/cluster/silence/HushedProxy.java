package dev.orm.cluster.silence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a server. Hushed, it takes connections and whatever is sent, and answers
 * nothing, as a server that hangs or a network that drops packets.
 */
public final class HushedProxy implements AutoCloseable {

	private final ServerSocket door;

	private final int target;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final AtomicInteger visits = new AtomicInteger();

	private volatile boolean hushed;

	private HushedProxy(int target) {
		try {
			this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.target = target;
		thread(this::accept);
	}

	/** Stand before the server of a JDBC URL. */
	public static HushedProxy before(String url) {
		return new HushedProxy(URI.create(url.substring("jdbc:".length())).getPort());
	}

	/** The same URL, through this proxy. */
	public String url(String url) {
		return url.replace(":" + this.target + "/", ":" + this.door.getLocalPort() + "/");
	}

	public void hush() {
		this.hushed = true;
	}

	/** Nobody listens any more; who is connected stays so. */
	public void shut() {
		try {
			this.door.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** How many connections there were. */
	public int visits() {
		return this.visits.get();
	}

	private static void thread(Runnable work) {
		Thread thread = new Thread(work, "hushed-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		while (!this.door.isClosed()) {
			try {
				Socket client = this.door.accept();
				this.visits.incrementAndGet();
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
				this.sockets.addAll(List.of(client, server));
				thread(() -> pump(client, server));
				thread(() -> pump(server, client));
			}
			catch (IOException ex) {
				// closed
			}
		}
	}

	private void pump(Socket from, Socket to) {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] buffer = new byte[16384];
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				if (!this.hushed) {
					out.write(buffer, 0, read);
				}
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	@Override
	public void close() {
		shut();
		for (Socket socket : this.sockets) {
			try {
				socket.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
