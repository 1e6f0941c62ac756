package dev.orm.boot.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.util.FileSystemUtils;

/**
 * A primary and a hot standby. One pair is for all tests of this JVM, and stops with it.
 */
public final class ReplicatedPostgres implements AutoCloseable {

	private static final ReplicatedPostgres SERVERS = startForAll();

	private final Path folder;

	private final EmbeddedPostgres primary;

	private final EmbeddedPostgres standby;

	private ReplicatedPostgres(Path folder, EmbeddedPostgres primary, EmbeddedPostgres standby) {
		this.folder = folder;
		this.primary = primary;
		this.standby = standby;
	}

	private static ReplicatedPostgres startForAll() {
		ReplicatedPostgres servers = start();
		Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
		return servers;
	}

	/** Start a pair of a test's own. */
	static ReplicatedPostgres start() {
		try {
			Path folder = Files.createTempDirectory("orm-replicas-");
			int port = freePort();
			server(folder.resolve("primary"), port).close();
			copy(folder);
			Files.writeString(folder.resolve("standby/standby.signal"), "");
			Files.writeString(folder.resolve("standby/postgresql.auto.conf"),
					"primary_conninfo = 'host=localhost port=%d user=postgres'%n".formatted(port));
			return new ReplicatedPostgres(folder, server(folder.resolve("primary"), port),
					server(folder.resolve("standby"), freePort()));
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void copy(Path folder) throws IOException, InterruptedException {
		new ProcessBuilder("cp", "-a", folder.resolve("primary").toString(), folder.resolve("standby").toString())
			.inheritIO()
			.start()
			.waitFor();
	}

	private static EmbeddedPostgres server(Path folder, int port) throws IOException {
		return EmbeddedPostgres.builder()
			.setDataDirectory(folder)
			.setCleanDataDirectory(false)
			.setPort(port)
			.setServerConfig("fsync", "off")
			.start();
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The URL of the primary. */
	public static String primary() {
		return SERVERS.primary.getJdbcUrl("postgres", "postgres");
	}

	/** The URL of a database of a test's own on the primary. */
	public static String primary(String database) {
		try (Connection connection = SERVERS.primary.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + database);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return SERVERS.primary.getJdbcUrl("postgres", database);
	}

	/** The URL of the standby. */
	public static String standby() {
		return standby("postgres");
	}

	/** The URL of a database on the standby. */
	public static String standby(String database) {
		return SERVERS.standby.getJdbcUrl("postgres", database);
	}

	static int standbyPort() {
		return SERVERS.standby.getPort();
	}

	/** Let the standby stand still, or go on. */
	public static void replay(boolean wanted) {
		try (Connection connection = SERVERS.standby.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(wanted ? "SELECT pg_wal_replay_resume()" : "SELECT pg_wal_replay_pause()");
			while (!isStill(statement) && !wanted) {
				Thread.onSpinWait();
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isStill(Statement statement) throws SQLException {
		try (ResultSet row = statement.executeQuery("SELECT pg_get_wal_replay_pause_state()")) {
			row.next();
			return row.getString(1).equals("paused");
		}
	}

	String standbyUrl() {
		return this.standby.getJdbcUrl("postgres", "postgres");
	}

	int standbyServerPort() {
		return this.standby.getPort();
	}

	/** A URL that leads to whichever of both is the primary. */
	String bothUrl() {
		return "jdbc:postgresql://localhost:%d,localhost:%d/postgres?user=postgres&targetServerType=primary"
			.formatted(this.primary.getPort(), this.standby.getPort());
	}

	void killPrimary() {
		close(this.primary);
	}

	void promoteStandby() {
		try (Connection connection = this.standby.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("SELECT pg_promote()");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		close(this.primary);
		close(this.standby);
		// the servers' own hooks may be at it at the same time
		for (int i = 0; i < 50 && !isGone(this.folder); i++) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
		}
	}

	private static boolean isGone(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
			return !Files.exists(folder);
		}
		catch (IOException ex) {
			return false;
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

}
