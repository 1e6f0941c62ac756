package dev.orm.migration;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;

import dev.orm.error.OrmException;
import dev.orm.journal.Version;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.Project;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server ends the connection before the n-th statement, for each n: history and
 * schema agree afterwards, and another run finishes.
 */
class AnomalyTests {

	@TempDir
	Path folder;

	private ModelRegistry models = products(NAME, CATEGORY);

	@BeforeEach
	void migrations() {
		make();
		this.models = products(TITLE, CATEGORY);
		make("--rename=shop_product.name:title");
		this.models = products(TITLE, CATEGORY, NOTE);
		make();
	}

	private void make(String... options) {
		Project project = Project.ofFiles(new MigrationFiles(this.folder), () -> this.models);
		RecordedTerminal terminal = new RecordedTerminal();
		List<String> words = (options.length == 0) ? List.of("makemigrations") : List.of("makemigrations", options[0]);
		assertThat(new CommandLine(project, terminal).run(words)).as(terminal.said()).isEqualTo(ExitCode.FINE);
	}

	private Migrator migrator(DataSource dataSource) {
		return new Migrator(Flyway.configure()
			.dataSource(dataSource)
			.connectRetries(0)
			.locations("filesystem:" + this.folder.resolve("migration"))
			.load(), LockTimeout.STANDARD);
	}

	@Test
	void aMigrationThatIsCutOffIsFinishedByTheNextRun() {
		cut((migrator) -> {
		}, Migrator::migrate, new Version("0003"));
	}

	@Test
	void anUndoThatIsCutOffIsFinishedByTheNextRun() {
		cut(Migrator::migrate, (migrator) -> migrator.rollBack(new Version("0001")), new Version("0001"));
	}

	@Test
	void aFakeThatIsCutOffIsFinishedByTheNextRun() {
		cut((migrator) -> {
			migrator.migrate();
			migrator.fakeBack(new Version("0001"));
		}, (migrator) -> migrator.fake(new Version("0003")), new Version("0003"));
	}

	@Test
	void anOnlineChangeThatIsCutOffIsFinishedAfterARepair() {
		this.models = products(TITLE, CATEGORY, NOTE, FieldDescription.of("stock", "stock", Integer.class));
		make("--fill=shop_product.stock=7");
		this.models = products(TITLE, CATEGORY, NOTE, FieldDescription.of("stock", "stock", Long.class, Flag.INDEX));
		make("--online");
		Version last = new MigrationFiles(this.folder).journal().version();
		boolean reached = true;
		for (int n = 1; reached; n++) {
			try (TestDatabase database = TestDatabase.create()) {
				migrator(database.dataSource()).migrate(new Version("0004"));
				database.execute("INSERT INTO shop_category (name) VALUES ('all')",
						"INSERT INTO shop_product (title, category_id, stock) SELECT 't', 1, n FROM generate_series(1, 30) n");
				CutDataSource cut = new CutDataSource(database.url(), n);
				fails(() -> migrator(cut).migrate());
				reached = cut.cut();
				Migrator again = migrator(database.dataSource());
				again.repair();
				again.migrate();
				assertThat(again.version()).as("statement %d", n).isEqualTo(last);
				assertThat(again.drift().changes()).as("statement %d", n).isEmpty();
			}
		}
	}

	private void cut(Consumer<Migrator> before, Consumer<Migrator> work, Version after) {
		boolean reached = true;
		for (int n = 1; reached; n++) {
			try (TestDatabase database = TestDatabase.create()) {
				Migrator whole = migrator(database.dataSource());
				before.accept(whole);
				boolean faked = whole.version().isSame(new Version("1")) && !whole.drift().isEmpty();
				CutDataSource cut = new CutDataSource(database.url(), n);
				boolean failed = fails(() -> work.accept(migrator(cut)));
				reached = cut.cut();
				assertThat(failed && !reached).as("statement %d fails by itself", n).isFalse();
				Migrator again = migrator(database.dataSource());
				if (!faked) {
					assertThat(again.drift().changes()).as("after the cut at statement %d", n).isEmpty();
				}
				work.accept(again);
				assertThat(again.version()).as("statement %d", n).isEqualTo(after);
				assertThat(again.drift().changes()).as("statement %d", n).isEmpty();
			}
		}
	}

	private static boolean fails(Runnable work) {
		try {
			work.run();
			return false;
		}
		catch (OrmException | FlywayException ex) {
			return true;
		}
	}

	/**
	 * Gives connections of which one is ended by the server before the n-th statement.
	 */
	private static final class CutDataSource implements DataSource {

		private final String url;

		private final int last;

		private final AtomicInteger statements = new AtomicInteger();

		private CutDataSource(String url, int last) {
			this.url = url;
			this.last = last;
		}

		private boolean cut() {
			return this.statements.get() >= this.last;
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = DriverManager.getConnection(this.url);
			int process = process(connection);
			return (Connection) proxied(connection, Connection.class, process);
		}

		private static int process(Connection connection) throws SQLException {
			try (Statement statement = connection.createStatement();
					var row = statement.executeQuery("SELECT pg_backend_pid()")) {
				row.next();
				return row.getInt(1);
			}
		}

		private Object proxied(Object target, Class<?> type, int process) {
			return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (self, method, arguments) -> {
				if (method.getName().startsWith("execute") && this.statements.incrementAndGet() == this.last) {
					end(process);
				}
				try {
					Object answer = method.invoke(target, arguments);
					if (answer instanceof PreparedStatement) {
						return proxied(answer, PreparedStatement.class, process);
					}
					return (answer instanceof Statement) ? proxied(answer, Statement.class, process) : answer;
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
			});
		}

		private void end(int process) throws SQLException {
			try (Connection other = DriverManager.getConnection(this.url);
					PreparedStatement statement = other.prepareStatement("SELECT pg_terminate_backend(?, 5000)")) {
				statement.setInt(1, process);
				statement.execute();
			}
		}

		@Override
		public Connection getConnection(String user, String password) throws SQLException {
			return getConnection();
		}

		@Override
		public PrintWriter getLogWriter() {
			return new PrintWriter(PrintWriter.nullWriter());
		}

		@Override
		public void setLogWriter(PrintWriter out) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void setLoginTimeout(int seconds) {
			throw new UnsupportedOperationException();
		}

		@Override
		public int getLoginTimeout() {
			return 0;
		}

		@Override
		public Logger getParentLogger() {
			return Logger.getGlobal();
		}

		@Override
		public <T> T unwrap(Class<T> type) throws SQLException {
			throw new SQLException("Wraps nothing");
		}

		@Override
		public boolean isWrapperFor(Class<?> type) {
			return false;
		}

	}

}
