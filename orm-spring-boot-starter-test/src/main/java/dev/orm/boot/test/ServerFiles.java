package dev.orm.boot.test;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Copies the files of a running server, as its backups do. */
final class ServerFiles {

	private ServerFiles() {
	}

	/**
	 * Copy them to where a standby is to start.
	 * @param statement of the running server
	 * @param target the folder, which is not there yet
	 * @param port the port of the running server, which the standby follows
	 */
	static void copy(Statement statement, Path target, int port) throws SQLException, IOException {
		Path source = Path.of(ask(statement, "SHOW data_directory"));
		statement.execute("SELECT pg_backup_start('standby', true)");
		Files.walkFileTree(source, new Copy(source, target));
		String label = ask(statement, "SELECT labelfile FROM pg_backup_stop(false)");
		Files.writeString(target.resolve("backup_label"), label);
		Files.writeString(target.resolve("standby.signal"), "");
		Files.writeString(target.resolve("postgresql.auto.conf"),
				"primary_conninfo = 'host=localhost port=%d user=postgres'%nwal_retrieve_retry_interval = '100ms'%n"
					.formatted(port));
	}

	static String ask(Statement statement, String question) throws SQLException {
		try (ResultSet row = statement.executeQuery(question)) {
			row.next();
			return row.getString(1);
		}
	}

	/**
	 * Copies all but what says that the server runs. A file that goes away is in the log.
	 */
	private static final class Copy extends SimpleFileVisitor<Path> {

		private final Path source;

		private final Path target;

		Copy(Path source, Path target) {
			this.source = source;
			this.target = target;
		}

		@Override
		public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
			Path copy = this.target.resolve(this.source.relativize(folder).toString());
			Files.copy(folder, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			if (!file.getFileName().toString().startsWith("postmaster.")) {
				Files.copy(file, this.target.resolve(this.source.relativize(file).toString()),
						StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
			}
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException error) {
			return FileVisitResult.CONTINUE;
		}

	}

}
