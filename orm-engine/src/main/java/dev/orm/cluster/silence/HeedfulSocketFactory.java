package dev.orm.cluster.silence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

import javax.net.SocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * Makes the driver's connections such that none waits for a server that is not there any
 * more: one that hangs, or behind a network that drops packets, ends no connection. After
 * a silence the thread that waits asks, over a connection of its own that never logs in,
 * whether the server answers anybody. If it does, the statement goes on, however long it
 * takes; if it does not, twice, the connection is closed and the statement fails. Costs
 * nothing while servers answer. Thread-safe.
 * <p>
 * The driver makes it, by the properties {@code socketFactory} and
 * {@code socketFactoryArg}. A {@code socketTimeout} holds as ever.
 */
public final class HeedfulSocketFactory extends SocketFactory {

	private static final String SEPARATOR = " ";

	private final String alias;

	private final Duration patience;

	/**
	 * Create the factory.
	 * @param argument what {@link #argument} returned
	 */
	public HeedfulSocketFactory(String argument) {
		int end = argument.lastIndexOf(SEPARATOR);
		this.alias = argument.substring(0, end);
		this.patience = Duration.ofMillis(Long.parseLong(argument.substring(end + SEPARATOR.length())));
	}

	/**
	 * Return the argument that the driver gives the factory.
	 * @param alias the database, as errors name it
	 * @param patience how long a server may say nothing before it is asked whether it is
	 * there; a millisecond at least
	 * @return the argument
	 */
	public static String argument(String alias, Duration patience) {
		return alias + SEPARATOR + Math.max(1, patience.toMillis());
	}

	@Override
	public Socket createSocket() throws IOException {
		return HeedfulSocket.open(this.alias, this.patience);
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return connected(new InetSocketAddress(host, port), null);
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
		return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return connected(new InetSocketAddress(host, port), null);
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
		return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
	}

	private Socket connected(InetSocketAddress server, @Nullable InetSocketAddress local) throws IOException {
		Socket socket = createSocket();
		socket.bind(local);
		socket.connect(server);
		return socket;
	}

}
