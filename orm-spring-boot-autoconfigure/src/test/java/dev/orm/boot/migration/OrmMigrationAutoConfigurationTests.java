package dev.orm.boot.migration;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.journal.JournalException;
import dev.orm.journal.Version;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.StreamTerminal;
import dev.orm.migration.lint.Finding;
import dev.orm.migration.lint.LintRule;
import dev.orm.migration.lint.LintedMigration;
import dev.orm.migration.lint.Severity;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class OrmMigrationAutoConfigurationTests {

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private ApplicationContextRunner runner = new ApplicationContextRunner();

	@BeforeEach
	void freshDatabase() throws SQLException {
		String url = TestPostgres.properties()[0].substring("spring.datasource.url=".length());
		String name = "migrations" + NUMBERS.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(url);
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class, FlywayAutoConfiguration.class,
					OrmMigrationAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + url.replace("/postgres?", "/" + name + "?"),
					"spring.datasource.hikari.maximum-pool-size=2", "spring.flyway.locations=classpath:shop/migration",
					"orm.migrations.model-check=off");
	}

	@Test
	void pendingMigrationsRunAtTheStart() {
		this.runner.run((context) -> {
			assertThat(context.getBean(Migrator.class).version()).isEqualTo(new Version("0002"));
			assertThat(context.getBean(Migrator.class).drift().isEmpty()).isTrue();
		});
	}

	@Test
	void verifyRefusesToStartWhileMigrationsArePending() {
		this.runner.withPropertyValues("orm.migrations.at-startup=verify").run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new MigrationFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).isEqualTo("2 migrations are pending on database 'default' "
					+ "(V0001__initial, V0002__shelf_note) and orm.migrations.at-startup=verify.");
			assertThat(analysis.getAction()).contains("ORM_COMMAND=migrate");
		});
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		this.runner.withPropertyValues("orm.migrations.at-startup=verify")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aPoolOfOneIsToldThatItIsTooSmallInsteadOfWaitingForItself() {
		long start = System.nanoTime();
		this.runner.withPropertyValues("spring.datasource.hikari.maximum-pool-size=1").run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new MigrationFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).startsWith("Migrations need 2 connections, and the pool '")
				.endsWith("' has one: they would wait for themselves.");
			assertThat(analysis.getAction()).contains("hikari.maximum-pool-size be 2 or more", "spring.flyway.url");
		});
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
	}

	@Test
	void offLeavesTheDatabaseAlone() {
		this.runner.withPropertyValues("orm.migrations.at-startup=off")
			.run((context) -> assertThat(context.getBean(Flyway.class).info().applied()).isEmpty());
	}

	@Test
	void aStrategyOfTheApplicationComesFirst() {
		this.runner.withBean(FlywayMigrationStrategy.class, () -> (flyway) -> {
		}).run((context) -> assertThat(context.getBean(Flyway.class).info().applied()).isEmpty());
	}

	@Test
	void healthShowsTheVersion() {
		this.runner.run((context) -> {
			Health health = context.getBean(MigrationsHealthIndicator.class).health();
			assertThat(health).isNotNull();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("version", "0002")
				.containsEntry("pending", 0L)
				.containsEntry("failed", 0L);
		});
	}

	@Test
	void commandsRunWithTheApplicationsDatabase() {
		this.runner.withPropertyValues("orm.command=migrate", "orm.migrations.at-startup=off").run((context) -> {
			StringBuilder said = new StringBuilder();
			StreamTerminal terminal = new StreamTerminal(said, null, false);
			OrmCommandRunner runner = context.getBean(OrmCommandRunner.class);
			assertThat(runner.run("migrate 0001", terminal)).isEqualTo(ExitCode.FINE);
			assertThat(runner.run("migrate --check", terminal)).isEqualTo(ExitCode.TO_DO);
			assertThat(runner.run("migrate", terminal)).isEqualTo(ExitCode.FINE);
			assertThat(runner.run("migrate zero --accept-loss", terminal)).isEqualTo(ExitCode.FINE);
			assertThat(runner.run("makemigrations", terminal)).isEqualTo(ExitCode.USAGE);
			assertThat(said).contains("V0002__shelf_note   taken back").contains("pending  V0002__shelf_note");
		});
	}

	@Test
	void theLinterAsksBeans() {
		this.runner.withPropertyValues("orm.command=lint", "orm.migrations.at-startup=off")
			.withBean(LintRule.class, NamedTicket::new)
			.run((context) -> {
				StringBuilder said = new StringBuilder();
				StreamTerminal terminal = new StreamTerminal(said, null, false);
				OrmCommandRunner runner = context.getBean(OrmCommandRunner.class);
				assertThat(runner.run("lint", terminal)).isEqualTo(ExitCode.LINT);
				assertThat(said).contains("error own-ticket  V0002__shelf_note: no ticket is named");
			});
	}

	/** A rule of the application: who changes tables says why. */
	private static final class NamedTicket implements LintRule {

		@Override
		public String id() {
			return "own-ticket";
		}

		@Override
		public List<Finding> check(LintedMigration migration) {
			return migration.sql().contains("-- SHOP-") ? List.of() : List.of(new Finding(id(), Severity.ERROR,
					migration.title(), "no ticket is named", "say -- SHOP-1 at the top"));
		}

	}

	@Test
	void whatTheApplicationDoesWhenAllIsThereWaitsForItsTables() {
		ApplicationContextRunner loading = this.runner.withPropertyValues("orm.migrations.at-startup=off")
			.withBean(Loading.class, () -> {
				throw new IllegalStateException("reads a table that is not there");
			});
		loading.run((context) -> assertThat(context).hasFailed());
		loading.withPropertyValues("orm.command=migrate").run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void withoutACommandThereIsNoRunner() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(OrmCommandRunner.class));
	}

	@Test
	void aCommandStartsNoWebServerAndMigratesNothingByItself() {
		MockEnvironment environment = new MockEnvironment().withProperty("orm.command", "showmigrations");
		new OrmCommandEnvironment().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty("spring.main.web-application-type")).isEqualTo("none");
		assertThat(environment.getProperty("orm.migrations.at-startup")).isEqualTo("off");
		MockEnvironment plain = new MockEnvironment();
		new OrmCommandEnvironment().postProcessEnvironment(plain, new SpringApplication());
		assertThat(plain.getProperty("spring.main.web-application-type")).isNull();
	}

	@Test
	void modelsThatDifferFromTheJournalAreRefusedWhereAskedFor() {
		this.runner.withPropertyValues("orm.migrations.model-check=fail").run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new ModelsDifferFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).startsWith("models and journal differ:");
			assertThat(analysis.getAction()).contains("makemigrations");
		});
		this.runner.withPropertyValues("orm.migrations.model-check=warn")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whoChangesTheApplicationIsToldByItsTests() {
		ApplicationContextRunner unsaid = this.runner.withPropertyValues("orm.migrations.model-check=");
		unsaid.run((context) -> assertThat(context).getFailure().isInstanceOf(ModelsDifferException.class));
		unsaid.withClassLoader(new FilteredClassLoader(SpringBootTest.class, Restarter.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aBrokenJournalIsNamedWithItsLine() {
		FailureAnalysis analysis = new JournalFailureAnalyzer()
			.analyze(new JournalException("schema.journal", 7, "column shelf.note is not there", null));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains("schema.journal:7: column shelf.note is not there");
	}

	@Test
	void librariesMigrateBeforeTheApplication(@TempDir Path jar) throws IOException {
		Path migrations = Files.createDirectories(jar.resolve("META-INF/dev.orm/billing/migration"));
		Files.writeString(jar.resolve("META-INF/dev.orm/library"), "billing\n");
		Files.writeString(migrations.resolve("V1__bill.sql"), "CREATE TABLE bill (id bigint PRIMARY KEY);\n");
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar.toUri().toURL() },
				getClass().getClassLoader())) {
			ApplicationContextRunner withLibrary = this.runner.withClassLoader(loader);
			withLibrary.withPropertyValues("orm.migrations.at-startup=verify").run((context) -> {
				assertThat(context).hasFailed();
				assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("(V1__bill, V0001__initial");
			});
			withLibrary.run((context) -> {
				Migrator migrator = context.getBean(Migrator.class);
				assertThat(migrator.version()).isEqualTo(new Version("0002"));
				assertThat(migrator.libraries().get("billing").version()).isEqualTo(new Version("1"));
			});
		}
	}

	@Test
	void migrationsAreTimedAndTold() {
		List<Object> events = new ArrayList<>();
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withInitializer((context) -> context.addApplicationListener((event) -> {
				if (event instanceof PayloadApplicationEvent<?> told) {
					events.add(told.getPayload());
				}
			}))
			.run((context) -> {
				assertThat(events).hasSize(2).first().isInstanceOf(BeforeMigrate.class);
				assertThat(events.get(1)).isInstanceOfSatisfying(AfterMigrate.class,
						(event) -> assertThat(event.applied()).hasSize(2).first().asString().startsWith("V0001__"));
				assertThat(context.getBean(MeterRegistry.class)
					.get("orm.migration")
					.tag("outcome", "success")
					.tag("version", "0002")
					.timer()
					.count()).isOne();
			});
	}

	/** Works once all beans are there. */
	private static final class Loading implements SmartInitializingSingleton {

		@Override
		public void afterSingletonsInstantiated() {
			throw new IllegalStateException("Nobody makes one");
		}

	}

}
