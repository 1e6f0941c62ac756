package dev.orm.boot.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** What an application says that its migrations keep from starting, by the cause. */
class MigrationFailureTests {

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private static final String TABLE = "CREATE TABLE shelf (id bigint PRIMARY KEY, name text);\n";

	@TempDir
	Path folder;

	private String url = "";

	private ApplicationContextRunner runner = new ApplicationContextRunner();

	@BeforeEach
	void freshDatabase() throws SQLException, IOException {
		String server = TestPostgres.properties()[0].substring("spring.datasource.url=".length());
		String name = "failures" + NUMBERS.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(server);
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		this.url = server.replace("/postgres?", "/" + name + "?");
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
					OrmMigrationAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + this.url, "spring.datasource.hikari.maximum-pool-size=3",
					"spring.flyway.locations=filesystem:" + this.folder, "orm.migrations.lock-attempts=1",
					"orm.migrations.lock-timeout=50ms", "spring.flyway.connect-retries=0");
		write("V1__shelf.sql", TABLE);
	}

	private void write(String file, String sql) throws IOException {
		Files.writeString(this.folder.resolve(file), sql);
	}

	private void starts() {
		this.runner.run((context) -> assertThat(context).hasNotFailed());
	}

	private void execute(String... statements) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.url);
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	/** The start fails for a reason; return what is said of it and what to do. */
	private FailureAnalysis fails(MigrationProblem problem, String... properties) {
		List<FailureAnalysis> said = new ArrayList<>();
		this.runner.withPropertyValues(properties).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new MigrationFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).as(String.valueOf(context.getStartupFailure())).isNotNull();
			assertThat(((MigrationException) analysis.getCause()).problem()).as(analysis.getDescription())
				.isEqualTo(problem);
			assertThat(analysis.getDescription()).doesNotContain("hint:");
			said.add(analysis);
		});
		return said.get(0);
	}

	@Test
	void twoFilesOfOneVersion() throws IOException {
		write("V1__other.sql", "SELECT 1;\n");
		FailureAnalysis analysis = fails(MigrationProblem.FORK);
		assertThat(analysis.getDescription()).contains("V1__shelf.sql", "V1__other.sql");
		assertThat(analysis.getAction()).startsWith("History-fork: give one of the two the next version.");
	}

	@Test
	void aFileThatComesLate() throws IOException {
		write("V3__late.sql", "SELECT 1;\n");
		starts();
		write("V2__between.sql", "SELECT 1;\n");
		FailureAnalysis analysis = fails(MigrationProblem.LATE);
		assertThat(analysis.getDescription()).startsWith("V2__between: ");
		assertThat(analysis.getAction()).contains("history-order".substring(1), "orm:rebase");
		assertThat(fails(MigrationProblem.LATE, "orm.migrations.at-startup=verify").getDescription())
			.contains("V2__between: late");
	}

	@Test
	void aFileThatWasChangedAfterItRan() throws IOException {
		starts();
		write("V1__shelf.sql", TABLE + "SELECT 1;\n");
		FailureAnalysis analysis = fails(MigrationProblem.EDITED);
		assertThat(analysis.getDescription()).contains("checksum mismatch for migration version 1");
		assertThat(analysis.getAction()).contains("Put it back as it was", "repair --checksums");
	}

	@Test
	void aFileThatIsGone() throws IOException {
		write("V2__more.sql", "SELECT 1;\n");
		write("V3__last.sql", "SELECT 1;\n");
		starts();
		Files.delete(this.folder.resolve("V2__more.sql"));
		FailureAnalysis analysis = fails(MigrationProblem.MISSING);
		assertThat(analysis.getDescription()).startsWith("V2__more: ");
		assertThat(analysis.getAction()).contains("ignore-migration-patterns=*:missing");
	}

	@Test
	void oneThatFailedOutsideOfATransactionBefore() throws IOException, SQLException {
		starts();
		execute("INSERT INTO shelf VALUES (1, 'a'), (2, 'a')");
		write("V2__index.sql", "CREATE UNIQUE INDEX CONCURRENTLY by_name ON shelf (name);\n");
		FailureAnalysis rows = fails(MigrationProblem.ROWS);
		assertThat(rows.getDescription()).contains("V2__index.sql", "could not create unique index");
		assertThat(rows.getAction()).contains("migrate --plan");
		FailureAnalysis analysis = fails(MigrationProblem.FAILED_BEFORE);
		assertThat(analysis.getDescription()).startsWith("V2__index: ");
		assertThat(analysis.getAction()).contains("ORM_COMMAND=repair");
		fails(MigrationProblem.FAILED_BEFORE, "orm.migrations.at-startup=verify");
	}

	@Test
	void aStatementThatIsWrong() throws IOException {
		write("V2__typo.sql", "SELECT 1;\nALTER TABLE shelf ADD COLUMN colour txt;\n");
		FailureAnalysis analysis = fails(MigrationProblem.STATEMENT);
		assertThat(analysis.getDescription()).contains("V2__typo.sql", "type \"txt\" does not exist")
			.containsPattern("Line\\s+: 2");
		assertThat(analysis.getAction()).startsWith("Correct the file and run again");
	}

	@Test
	void aViewThatReadsWhatChanges() throws IOException, SQLException {
		starts();
		execute("CREATE VIEW names AS SELECT name FROM shelf");
		write("V2__type.sql", "ALTER TABLE shelf ALTER COLUMN name TYPE varchar(20);\n");
		FailureAnalysis analysis = fails(MigrationProblem.DEPENDENTS);
		assertThat(analysis.getDescription()).contains("used by a view or rule", "view names");
		assertThat(analysis.getAction()).contains("Drop what depends on it before");
		write("V2__type.sql", "ALTER TABLE shelf DROP COLUMN name;\n");
		fails(MigrationProblem.DEPENDENTS);
	}

	@Test
	void tablesThatNoMigrationMade() throws SQLException {
		execute("CREATE TABLE older (id bigint)");
		FailureAnalysis analysis = fails(MigrationProblem.NOT_EMPTY);
		assertThat(analysis.getAction()).contains("adopt", "baseline-on-migrate");
	}

	@Test
	void aLockThatIsNotHad() throws IOException, SQLException {
		starts();
		write("V2__column.sql", "ALTER TABLE shelf ADD COLUMN colour text;\n");
		try (Connection connection = DriverManager.getConnection(this.url);
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("LOCK TABLE shelf");
			FailureAnalysis analysis = fails(MigrationProblem.LOCK_TIMEOUT);
			assertThat(analysis.getDescription()).contains("within 50 ms, 1 times", "open longest: process");
			assertThat(analysis.getAction()).contains("orm.migrations.lock-timeout");
		}
	}

	@Test
	void aRoleThatMayNotChangeTables() throws IOException, SQLException {
		starts();
		execute("CREATE ROLE reader" + NUMBERS.get() + " LOGIN",
				"GRANT SELECT, INSERT ON flyway_schema_history TO reader" + NUMBERS.get());
		write("V2__column.sql", "ALTER TABLE shelf ADD COLUMN colour text;\n");
		this.runner = this.runner.withPropertyValues(
				"spring.datasource.url=" + this.url.replaceAll("user=\\w+", "user=reader" + NUMBERS.get()));
		FailureAnalysis analysis = fails(MigrationProblem.RIGHTS);
		assertThat(analysis.getDescription()).contains("must be owner of table shelf");
		assertThat(analysis.getAction()).contains("spring.flyway.user", "at-startup=verify");
	}

	@Test
	void aServerThatEndsTheConnectionOrIsNotThere() throws IOException {
		starts();
		write("V2__cut.sql", "SELECT pg_terminate_backend(pg_backend_pid());\n");
		FailureAnalysis analysis = fails(MigrationProblem.LOST_CONNECTION);
		assertThat(analysis.getAction()).startsWith("Run again once the server is there");
	}

	@Test
	void aServerThatOnlyReads() throws IOException, SQLException {
		starts();
		execute("CREATE ROLE idle%1$d LOGIN SUPERUSER".formatted(NUMBERS.get()),
				"ALTER ROLE idle%d SET default_transaction_read_only = on".formatted(NUMBERS.get()));
		write("V2__column.sql", "ALTER TABLE shelf ADD COLUMN colour text;\n");
		FailureAnalysis analysis = fails(MigrationProblem.READ_ONLY,
				"spring.datasource.url=" + this.url.replaceAll("user=\\w+", "user=idle" + NUMBERS.get()));
		assertThat(analysis.getAction()).startsWith("Let the URL lead to the primary");
	}

	@Test
	void anExtensionThatTheServerDoesNotHave() throws IOException {
		write("V2__extension.sql", "CREATE EXTENSION time_travel;\n");
		FailureAnalysis analysis = fails(MigrationProblem.EXTENSION);
		assertThat(analysis.getDescription()).contains("extension \"time_travel\" is not available");
		assertThat(analysis.getAction()).startsWith("Install the package that has the extension on the server");
	}

	@Test
	void aSchemaThatIsNotThere() throws IOException {
		write("V2__other.sql", "CREATE TABLE elsewhere.shelf (id bigint);\n");
		FailureAnalysis analysis = fails(MigrationProblem.SCHEMA);
		assertThat(analysis.getDescription()).contains("schema \"elsewhere\" does not exist");
		assertThat(analysis.getAction()).startsWith("Make it before by a migration");
	}

}
