package dev.orm.boot.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import dev.orm.Orm;
import dev.orm.boot.autoconfigure.FailureAnalyses;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.migration.OrmMigrationAutoConfiguration;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** Why there is no connection at the start, by what the user got wrong. */
class ConnectionFailureTests {

	private static final String WRONG = """
			wrong password | //localhost:$/postgres?user=locked&password=wrong | password authentication failed for user "locked" | Correct user name and password
			no password | //localhost:$/postgres?user=locked | no password was provided | Correct user name and password
			no such role | //localhost:$/postgres?user=nobody | role "nobody" does not exist | Correct user name and password
			no such database | //localhost:$/nowhere?user=postgres | database "nowhere" does not exist | Create the database
			nobody listens | //localhost:1/postgres?user=postgres | Connection to localhost:1 refused | Start the server, or correct host and port
			no such host | //no-such-host.invalid/postgres?user=postgres | no-such-host.invalid | Correct the host
			no encryption | //localhost:$/postgres?user=postgres&sslmode=require | does not support SSL | Let sslmode in the URL be what the server has
			full | //localhost:$/postgres?user=many | too many connections for role "many" | Let the pools of all instances together have fewer connections
			""";

	@TempDir
	static Path folder;

	private static EmbeddedPostgres server;

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
				OrmDataSourceAutoConfiguration.class, OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class,
				FlywayAutoConfiguration.class, OrmMigrationAutoConfiguration.class))
		.withPropertyValues("spring.datasource.hikari.connection-timeout=1000", "spring.flyway.connect-retries=0",
				"orm.migrations.model-check=off");

	@BeforeAll
	static void start() throws IOException, SQLException {
		server = EmbeddedPostgres.builder()
			.setDataDirectory(folder.resolve("data"))
			.setServerConfig("fsync", "off")
			.start();
		Path access = folder.resolve("data/pg_hba.conf");
		Files.writeString(access, "host all locked all scram-sha-256\n" + Files.readString(access));
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE ROLE locked LOGIN PASSWORD 'right'");
			statement.execute("CREATE ROLE many LOGIN CONNECTION LIMIT 0");
			statement.execute("SELECT pg_reload_conf()");
		}
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = WRONG)
	void migrationsAtTheStartSayWhichDatabaseIsNotReached(String name, String place, String reason, String action) {
		String url = url(place);
		FailureAnalysis analysis = fails(this.application, "spring.datasource.url=" + url);
		assertThat(analysis.getDescription()).startsWith("There is no connection to database 'default' (")
			.contains(SafeUrl.of(url), reason)
			.doesNotContain("user=", "hint");
		assertThat(analysis.getAction()).startsWith(action).contains("spring.datasource.url, .username and .password");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = WRONG)
	void soDoThoseOfAnAlias(String name, String place, String reason, String action) {
		FailureAnalysis analysis = fails(this.application,
				"spring.datasource.url=" + url("//localhost:$/postgres?user=postgres"),
				"orm.databases.archive.url=" + url(place));
		assertThat(analysis.getDescription()).startsWith("There is no connection to database 'archive' (")
			.contains(reason);
		assertThat(analysis.getAction()).startsWith(action).contains("orm.databases.archive.url");
	}

	@Test
	void soDoBeansThatAskAtTheStart() {
		FailureAnalysis analysis = fails(this.application.withBean(Asking.class), "spring.flyway.enabled=false",
				"spring.datasource.url=" + url("//localhost:$/nowhere?user=postgres"));
		assertThat(analysis.getDescription())
			.isEqualTo("There is no connection to a database: FATAL: database \"nowhere\" does not exist");
		assertThat(analysis.getAction()).startsWith("Create the database");
	}

	@ParameterizedTest
	@ValueSource(strings = { "archive", "Cold_Store" })
	void soDoesADatabaseThatTheApplicationDefines(String alias) {
		DataSource nowhere = new DriverManagerDataSource(url("//localhost:$/nowhere?user=postgres"));
		FailureAnalysis analysis = fails(
				this.application
					.withBean(Databases.class,
							() -> Databases.of(Database.of("default", nowhere), Database.of(alias, nowhere)))
					.withBean(AskingOrm.class, alias),
				"spring.flyway.enabled=false", "spring.datasource.url=" + url("//localhost:$/postgres?user=postgres"));
		assertThat(analysis.getDescription()).isEqualTo(
				"There is no connection to database '%s': FATAL: database \"nowhere\" does not exist".formatted(alias));
		assertThat(analysis.getAction()).startsWith("Create the database")
			.endsWith(
					"It is configured where the application defines it, as by a bean of type DatabaseConnectionDetails, DataSource or Databases.");
	}

	private static String url(String place) {
		return "jdbc:postgresql:" + place.replace("$", String.valueOf(server.getPort()));
	}

	private static FailureAnalysis fails(ApplicationContextRunner application, String... properties) {
		List<FailureAnalysis> said = new ArrayList<>();
		MockEnvironment environment = new MockEnvironment();
		for (String property : properties) {
			int end = property.indexOf('=');
			environment.setProperty(property.substring(0, end), property.substring(end + 1));
		}
		application.withPropertyValues(properties).run((context) -> {
			assertThat(context).hasFailed();
			said.add(FailureAnalyses.of(context.getStartupFailure(), environment));
		});
		return said.get(0);
	}

	/** Reads by the ORM as it is made. */
	static final class AskingOrm {

		AskingOrm(String alias, Orm orm) {
			orm.using(alias).sql("SELECT 1").flat(Integer.class);
		}

	}

	/** Reads as it is made. */
	static final class Asking {

		Asking(JdbcClient client) {
			client.sql("SELECT 1").query(Integer.class).single();
		}

	}

}
