package dev.orm.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of its own that can be killed and started again with what it had stored.
 */
final class RestartableServer implements AutoCloseable {

	/**
	 * Seconds; a loaded machine takes more than the usual ten to recover from its log.
	 */
	private static final int UNTIL_UP = 60;

	/** Below the ports that Linux gives to clients. */
	private static final int FIRST_PORT = 20_400;

	private static final int LAST_PORT = 20_500;

	private final Path folder;

	private EmbeddedPostgres server;

	RestartableServer() {
		try {
			Path memory = Path.of("/dev/shm");
			this.folder = Files.isWritable(memory) ? Files.createTempDirectory(memory, "orm-attack-")
					: Files.createTempDirectory("orm-attack-");
			this.server = start(freePort());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start PostgreSQL", ex);
		}
	}

	private EmbeddedPostgres start(int port) throws IOException {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(this.folder.resolve("data"))
			.setCleanDataDirectory(false)
			.setLocaleConfig("locale", "C.UTF-8")
			.setServerConfig("fsync", "off")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("max_connections", "100");
		return builder.setPort(port).setPGStartupWait(Duration.ofSeconds(UNTIL_UP)).start();
	}

	/**
	 * Find a port that no client is given for its own end: while the server is down, a
	 * client that tries to connect could take it, and even connect to itself.
	 */
	private static int freePort() throws IOException {
		for (int port = FIRST_PORT; port < LAST_PORT; port++) {
			try (ServerSocket socket = new ServerSocket()) {
				socket.bind(new InetSocketAddress(port));
				return port;
			}
			catch (BindException ex) {
				// taken: the next one
			}
		}
		throw new IOException("No port is free between %d and %d".formatted(FIRST_PORT, LAST_PORT));
	}

	String url() {
		return this.server.getJdbcUrl("postgres", "postgres");
	}

	/**
	 * Kill the server and all its processes, as a power cut would, and start it again.
	 */
	void killAndRestart() {
		try {
			int port = this.server.getPort();
			kill();
			this.server.close();
			this.server = startAgain(port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start PostgreSQL again", ex);
		}
	}

	/**
	 * A process that was forked while the others were killed may live for a moment, and
	 * keeps the shared memory that a new server refuses to share.
	 */
	private EmbeddedPostgres startAgain(int port) throws IOException {
		try {
			return start(port);
		}
		catch (IOException ex) {
			return start(port);
		}
	}

	private void kill() throws IOException {
		long pid = Long.parseLong(Files.readAllLines(this.folder.resolve("data/postmaster.pid")).get(0).strip());
		ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
		List<ProcessHandle> workers = postmaster.descendants().toList();
		postmaster.destroyForcibly();
		workers.forEach(ProcessHandle::destroyForcibly);
		postmaster.onExit().orTimeout(UNTIL_UP, TimeUnit.SECONDS).join();
		workers.forEach((worker) -> worker.onExit().orTimeout(UNTIL_UP, TimeUnit.SECONDS).join());
	}

	@Override
	public void close() {
		try {
			this.server.close();
			try (Stream<Path> files = Files.walk(this.folder)) {
				files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
