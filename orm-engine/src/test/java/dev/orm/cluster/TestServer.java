package dev.orm.cluster;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of a test: a primary, or a standby of one. */
final class TestServer implements AutoCloseable {

	private final String name;

	private final Path data;

	private final int port;

	private @Nullable EmbeddedPostgres server;

	TestServer(String name, Path data) {
		this.name = name;
		this.data = data;
		this.port = freePort();
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String name() {
		return this.name;
	}

	int port() {
		return this.port;
	}

	String url() {
		return "jdbc:postgresql://localhost:" + this.port + "/postgres?user=postgres";
	}

	TestServer start() {
		try {
			this.server = EmbeddedPostgres.builder()
				.setDataDirectory(this.data)
				.setCleanDataDirectory(false)
				.setPort(this.port)
				.setLocaleConfig("locale", "C.UTF-8")
				.setServerConfig("fsync", "off")
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("shared_buffers", "16MB")
				.setServerConfig("wal_receiver_status_interval", "1s")
				.setServerConfig("wal_retrieve_retry_interval", "100ms")
				.setServerConfig("max_standby_streaming_delay", "200ms")
				.setServerConfig("max_connections", "150")
				.start();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start " + this.name, ex);
		}
	}

	/** Make a standby of this server, which must be stopped, that follows a primary. */
	TestServer copy(String copyName, TestServer primary) {
		Path target = this.data.resolveSibling(copyName);
		run("cp", "-a", this.data.toString(), target.toString());
		TestServer copy = new TestServer(copyName, target);
		copy.follow(primary);
		return copy;
	}

	/** Follow a primary from the next start on. */
	void follow(TestServer primary) {
		try {
			Files.writeString(this.data.resolve("standby.signal"), "");
			Files.writeString(this.data.resolve("postgresql.auto.conf"),
					"primary_conninfo = 'host=localhost port=%d user=postgres'\nrecovery_target_timeline = 'latest'\n"
						.formatted(primary.port));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void stop() {
		EmbeddedPostgres running = this.server;
		this.server = null;
		if (running != null) {
			try {
				running.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/** Kill the server and all its processes, as a power cut would. */
	void kill() {
		List<ProcessHandle> all = processes();
		all.forEach(ProcessHandle::destroyForcibly);
		all.get(0).onExit().orTimeout(10, TimeUnit.SECONDS).join();
		stop();
		this.data.resolve("postmaster.pid").toFile().delete();
	}

	/** Let the server answer nothing, and end no connection. */
	void freeze() {
		signal("-STOP");
	}

	void thaw() {
		signal("-CONT");
	}

	private void signal(String signal) {
		List<String> command = new ArrayList<>(List.of("kill", signal));
		processes().forEach((process) -> command.add(String.valueOf(process.pid())));
		run(command.toArray(String[]::new));
	}

	private List<ProcessHandle> processes() {
		try {
			long pid = Long.parseLong(Files.readAllLines(this.data.resolve("postmaster.pid")).get(0).strip());
			List<ProcessHandle> all = new ArrayList<>();
			ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
			all.add(postmaster);
			postmaster.descendants().forEach(all::add);
			return all;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void run(String... command) {
		try {
			Process process = new ProcessBuilder(command).inheritIO().start();
			if (process.waitFor() != 0) {
				throw new IllegalStateException(String.join(" ", command) + " failed");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void pauseReplay() {
		execute("SELECT pg_wal_replay_pause()");
		// it pauses at the next record only
		while (!"paused".equals(ask("SELECT pg_get_wal_replay_pause_state()"))) {
			Thread.onSpinWait();
		}
	}

	void resumeReplay() {
		execute("SELECT pg_wal_replay_resume()");
	}

	void promote() {
		execute("SELECT pg_promote()");
	}

	void execute(String... statements) {
		try (Connection connection = DriverManager.getConnection(url());
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot run " + List.of(statements) + " on " + this.name, ex);
		}
	}

	String ask(String question) {
		try (Connection connection = DriverManager.getConnection(url());
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(question)) {
			row.next();
			return row.getString(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot ask " + this.name, ex);
		}
	}

	@Override
	public void close() {
		stop();
	}

}
