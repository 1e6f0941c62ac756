package dev.orm.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The embedded PostgreSQL of this JVM: started on first use, stopped at exit, its data in
 * memory where the system has {@code /dev/shm}. A set of schema statements becomes a
 * template once; databases are copies of it. Thread-safe.
 */
final class PostgresServer {

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private final Map<List<String>, String> templates = new ConcurrentHashMap<>();

	private final int port;

	private PostgresServer(int port) {
		this.port = port;
	}

	static PostgresServer get() {
		return Started.SERVER;
	}

	private static PostgresServer start() {
		try {
			Path memory = Path.of("/dev/shm");
			Path folder = Files.isWritable(memory) ? Files.createTempDirectory(memory, "orm-test-")
					: Files.createTempDirectory("orm-test-");
			EmbeddedPostgres server = EmbeddedPostgres.builder()
				.setDataDirectory(folder.resolve("data"))
				.setLocaleConfig("locale", "C.UTF-8")
				.setServerConfig("fsync", "off")
				.setServerConfig("full_page_writes", "off")
				.setServerConfig("synchronous_commit", "off")
				.setServerConfig("max_connections", "300")
				.setServerConfig("max_prepared_transactions", "10")
				.start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteIfEmpty(folder)));
			return new PostgresServer(server.getPort());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start the embedded PostgreSQL", ex);
		}
	}

	private static void deleteIfEmpty(Path folder) {
		// the server's own hook removes the data directory, in parallel with this one
		for (int i = 0; i < 50 && folder.toFile().exists() && !folder.toFile().delete(); i++) {
			Thread.onSpinWait();
			sleep();
		}
	}

	private static void sleep() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	String createDatabase(List<String> schema) {
		String template = schema.isEmpty() ? "template1" : this.templates.computeIfAbsent(schema, this::createTemplate);
		return copy(template, "test_" + NUMBERS.incrementAndGet());
	}

	private String createTemplate(List<String> schema) {
		String name = copy("template1", "schema_" + NUMBERS.incrementAndGet());
		execute(name, schema);
		return name;
	}

	private String copy(String template, String name) {
		execute("postgres", List.of("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY"));
		return name;
	}

	void dropDatabase(String name) {
		execute("postgres", List.of("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
	}

	String url(String database) {
		return "jdbc:postgresql://localhost:" + this.port + "/" + database + "?user=postgres";
	}

	void execute(String database, List<String> statements) {
		try (Connection connection = DriverManager.getConnection(url(database));
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot run " + statements + " on " + database, ex);
		}
	}

	/** Starts the server once, on first use. */
	private static final class Started {

		private static final PostgresServer SERVER = start();

	}

}
