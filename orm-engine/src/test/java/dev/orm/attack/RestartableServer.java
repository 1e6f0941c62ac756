package dev.orm.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of its own that can be killed and started again with what it had stored.
 */
final class RestartableServer implements AutoCloseable {

	private final Path folder;

	private EmbeddedPostgres server;

	RestartableServer() {
		try {
			Path memory = Path.of("/dev/shm");
			this.folder = Files.isWritable(memory) ? Files.createTempDirectory(memory, "orm-attack-")
					: Files.createTempDirectory("orm-attack-");
			this.server = start(0);
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
		return ((port > 0) ? builder.setPort(port) : builder).start();
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
			this.server = start(port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start PostgreSQL again", ex);
		}
	}

	private void kill() throws IOException {
		long pid = Long.parseLong(Files.readAllLines(this.folder.resolve("data/postmaster.pid")).get(0).strip());
		ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
		Stream<ProcessHandle> workers = postmaster.descendants().toList().stream();
		postmaster.destroyForcibly();
		workers.forEach(ProcessHandle::destroyForcibly);
		postmaster.onExit().orTimeout(10, TimeUnit.SECONDS).join();
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
