package dev.orm.cluster.silence;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a server whether it is there: by a connection of its own that never logs in, and
 * PostgreSQL's question for encryption, which a server answers also when it is full.
 * Immutable.
 */
final class Doorbell {

	/** The length of the question, and its code. */
	private static final byte[] QUESTION = ByteBuffer.allocate(8).putInt(8).putInt(80877103).array();

	private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

	private final SocketAddress door;

	private final int millis;

	/**
	 * Create a doorbell.
	 * @param door where the server is
	 * @param limit how long an answer may take
	 */
	Doorbell(SocketAddress door, Duration limit) {
		this.door = door;
		this.millis = Math.toIntExact(limit.toMillis());
	}

	/** Ring, and once more if nobody answers. */
	boolean isAnswered() {
		if (ring()) {
			return true;
		}
		LockSupport.parkNanos(this, PAUSE);
		return ring();
	}

	private boolean ring() {
		try (Socket socket = new Socket()) {
			socket.connect(this.door, this.millis);
			socket.setSoTimeout(this.millis);
			socket.getOutputStream().write(QUESTION);
			return socket.getInputStream().read() >= 0;
		}
		catch (IOException ex) {
			// that is the answer
			return false;
		}
	}

}
