package dev.orm.boot.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * A hot standby of the embedded server, as a replica of a test. It is well when a test
 * begins, whatever the one before did to it. Used by one test at a time.
 *
 * @since 0.1.0
 */
public final class Standby implements AutoCloseable {

	private final String name;

	private final int port = freePort();

	private final Path data;

	private @Nullable EmbeddedPostgres server;

	private boolean promoted;

	Standby(String name, Path data) {
		this.name = name;
		this.data = data;
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the name of the replica.
	 * @return the name, as in {@code orm.databases.<alias>.replicas}
	 */
	public String name() {
		return this.name;
	}

	String url(String database) {
		return "jdbc:postgresql://localhost:" + this.port + "/" + database + "?user=postgres";
	}

	/** Stand still: what is committed from now on is not seen here. */
	public void pause() {
		ask("SELECT pg_wal_replay_pause()");
		while (!ask("SELECT pg_get_wal_replay_pause_state()").equals("paused")) {
			Thread.onSpinWait();
		}
	}

	/** Take in what was committed meanwhile, and go on. */
	public void resume() {
		ask("SELECT pg_wal_replay_resume()");
	}

	/** Stop at once, as a server that is lost. */
	public void kill() {
		EmbeddedPostgres running = this.server;
		this.server = null;
		if (running != null) {
			processes().forEach(ProcessHandle::destroyForcibly);
			close(running);
		}
	}

	/** Come back after {@link #kill()}. */
	public void start() {
		if (this.server == null) {
			try {
				Files.deleteIfExists(this.data.resolve("postmaster.pid"));
				this.server = EmbeddedPostgres.builder()
					.setDataDirectory(this.data)
					.setCleanDataDirectory(false)
					.setPort(this.port)
					.setServerConfig("fsync", "off")
					.setServerConfig("full_page_writes", "off")
					.setServerConfig("max_connections", "300")
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The standby '" + this.name + "' does not start", ex);
			}
		}
	}

	/** Become a primary of its own, as after a failover. */
	public void promote() {
		this.promoted = true;
		ask("SELECT pg_promote()");
	}

	/** Be well. */
	void heal(EmbeddedServer primary) {
		if (this.promoted) {
			kill();
			FileSystemUtils.deleteRecursively(this.data.toFile());
			this.promoted = false;
		}
		if (!Files.exists(this.data)) {
			primary.copyTo(this.data);
		}
		start();
		resume();
	}

	private Stream<ProcessHandle> processes() {
		try {
			long pid = Long.parseLong(Files.readAllLines(this.data.resolve("postmaster.pid")).get(0).strip());
			ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
			return Stream.concat(Stream.of(postmaster), postmaster.descendants());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String ask(String question) {
		try (Connection connection = DriverManager.getConnection(url("postgres"));
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(question)) {
			row.next();
			return Objects.requireNonNullElse(row.getString(1), "");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The standby '" + this.name + "' does not answer: " + question, ex);
		}
	}

	private static void close(EmbeddedPostgres server) {
		try {
			server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		EmbeddedPostgres running = this.server;
		this.server = null;
		if (running != null) {
			close(running);
		}
		FileSystemUtils.deleteRecursively(this.data.toFile());
	}

}
