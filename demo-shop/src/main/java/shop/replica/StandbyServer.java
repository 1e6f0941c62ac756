package shop.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.util.FileSystemUtils;

/** A hot standby of the embedded server: a copy of its files that follows its log. */
final class StandbyServer implements AutoCloseable {

	/** How long a server may take to start on a busy machine. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final EmbeddedPostgres server;

	private final Path data;

	private StandbyServer(EmbeddedPostgres server, Path data) {
		this.server = server;
		this.data = data;
	}

	/** Copy a running server and start the copy. */
	static StandbyServer of(EmbeddedPostgres primary, int port) {
		try (Connection connection = primary.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			Path source = Path.of(ask(statement, "SHOW data_directory"));
			Path target = Files.createTempDirectory(source.getParent(), "standby");
			statement.execute("SELECT pg_backup_start('standby', true)");
			copy(source, target);
			String label = ask(statement, "SELECT labelfile FROM pg_backup_stop(false)");
			Files.writeString(target.resolve("backup_label"), label);
			Files.writeString(target.resolve("standby.signal"), "");
			Files.writeString(target.resolve("postgresql.auto.conf"),
					"primary_conninfo = 'host=localhost port=%d user=postgres'%n".formatted(primary.getPort()));
			return new StandbyServer(start(target, port), target);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot copy the embedded server", ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot copy the embedded server", ex);
		}
	}

	private static EmbeddedPostgres start(Path data, int port) throws IOException {
		return EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(Objects.requireNonNull(data.getParent()).toFile())
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setPGStartupWait(PATIENCE)
			.setPort(port)
			.setServerConfig("fsync", "off")
			.setServerConfig("full_page_writes", "off")
			.start();
	}

	private static String ask(Statement statement, String question) throws SQLException {
		try (ResultSet row = statement.executeQuery(question)) {
			row.next();
			return row.getString(1);
		}
	}

	private static void copy(Path source, Path target) throws IOException {
		Files.walkFileTree(source, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
				Path copy = target.resolve(source.relativize(folder).toString());
				if (!Files.isDirectory(copy)) {
					Files.copy(folder, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				if (!file.getFileName().toString().startsWith("postmaster.")) {
					Files.copy(file, target.resolve(source.relativize(file).toString()),
							StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException error) {
				// a file that went away meanwhile is in the log
				return FileVisitResult.CONTINUE;
			}

		});
	}

	/** Stop, or go on, to take in what the primary writes. */
	void replay(boolean wanted) {
		execute(wanted ? "SELECT pg_wal_replay_resume()" : "SELECT pg_wal_replay_pause()");
	}

	boolean isReplaying() {
		try (Connection connection = this.server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			return ask(statement, "SELECT pg_get_wal_replay_pause_state()").equals("not paused");
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private void execute(String sql) {
		try (Connection connection = this.server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot tell the standby", ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		FileSystemUtils.deleteRecursively(this.data);
	}

}
