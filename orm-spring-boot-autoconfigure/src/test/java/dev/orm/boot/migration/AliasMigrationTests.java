package dev.orm.boot.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.boot.actuate.MigrationDescriptors;
import dev.orm.boot.actuate.MigrationDescriptors.MigrationDescriptor;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.migration.apply.TenantSchemas;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.StreamTerminal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class AliasMigrationTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, OrmDataSourceAutoConfiguration.class,
				OrmDatabaseAutoConfiguration.class, FlywayAutoConfiguration.class, OrmMigrationAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + TestPostgres.url("migrated_default"));

	@Test
	void aDatabaseIsMigratedFromItsOwnFolder() {
		of("archive", "migrated").run((context) -> {
			assertThat(context).hasBean("flyway").hasBean("archiveFlyway").hasBean("archiveFlywayInitializer");
			assertThat(hasShelf(context, "archive")).isTrue();
			assertThat(context.getBean(Flyway.class)).isSameAs(context.getBean("flyway"));
		});
	}

	@Test
	void aDatabaseWithoutMigrationsIsLeftAlone() {
		of("attic", "attic")
			.run((context) -> assertThat(context).hasBean("atticDataSource").doesNotHaveBean("atticFlyway"));
	}

	@Test
	void theFolderMayBeSaid() {
		of("attic", "told")
			.withPropertyValues("orm.databases.attic.migrations.locations=classpath:db/archive/migration")
			.run((context) -> assertThat(hasShelf(context, "attic")).isTrue());
	}

	@Test
	void pendingMigrationsStopAnApplicationThatVerifiesThem() {
		of("archive", "pending").withPropertyValues("orm.databases.archive.migrations.at-startup=verify")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(PendingMigrationsException.class)
				.hasMessageContaining("V1__shelf"));
	}

	@Test
	void whatIsSaidOfAllDatabasesIsSaidOfThis() {
		of("archive", "pending").withPropertyValues("orm.migrations.at-startup=off")
			.run((context) -> assertThat(hasShelf(context, "archive")).isFalse());
	}

	@Test
	void aCommandMigratesNothingByItself() {
		of("archive", "pending").withPropertyValues("orm.command=check")
			.run((context) -> assertThat(hasShelf(context, "archive")).isFalse());
	}

	@Test
	void aCommandNamesTheDatabaseItIsFor() {
		of("archive", "commanded").withConfiguration(AutoConfigurations.of(OrmAutoConfiguration.class))
			.withPropertyValues("orm.command=migrate")
			.run((context) -> {
				StringBuilder said = new StringBuilder();
				StreamTerminal terminal = new StreamTerminal(said, null, false);
				OrmCommandRunner runner = context.getBean(OrmCommandRunner.class);
				assertThat(runner.run("migrate --database=archive", terminal)).isEqualTo(ExitCode.FINE);
				assertThat(said).contains("V1__shelf   done in");
				assertThat(hasShelf(context, "archive")).isTrue();
				assertThat(runner.run("migrate --database=cellar", terminal)).isEqualTo(ExitCode.USAGE);
				assertThat(said).contains("Database 'cellar' has no migrations");
			});
	}

	@Test
	void whatIsNotNamedIsAllDatabases() {
		of("archive", "every").withConfiguration(AutoConfigurations.of(OrmAutoConfiguration.class))
			.withPropertyValues("orm.command=showmigrations",
					"spring.datasource.url=" + TestPostgres.url("every_default"))
			.run((context) -> {
				StringBuilder said = new StringBuilder();
				StreamTerminal terminal = new StreamTerminal(said, null, false);
				OrmCommandRunner runner = context.getBean(OrmCommandRunner.class);
				assertThat(runner.run("migrate --check", terminal)).isEqualTo(ExitCode.TO_DO);
				assertThat(said).contains("default:", "archive:");
				assertThat(runner.run("migrate", terminal)).isEqualTo(ExitCode.FINE);
				said.setLength(0);
				assertThat(runner.run("showmigrations", terminal)).isEqualTo(ExitCode.FINE);
				assertThat(said.toString()).isEqualToNormalizingNewlines("""
						  default    V1  0 pending
						  archive    V1  0 pending
						""");
			});
	}

	@Test
	void eachTenantHasASchema() {
		of("archive", "tenants").withConfiguration(AutoConfigurations.of(OrmAutoConfiguration.class))
			.withBean(TenantSchemas.class,
					() -> (database) -> database.equals("archive") ? List.of("t1", "t2") : List.of())
			.withPropertyValues("orm.command=migrate")
			.run((context) -> {
				StringBuilder said = new StringBuilder();
				OrmCommandRunner runner = context.getBean(OrmCommandRunner.class);
				runner.run("migrate --database=archive --all-schemas", new StreamTerminal(said, null, false));
				assertThat(said).contains("t1:", "t2:", "V1__shelf   done in");
				assertThat(context.getBean("archiveJdbcClient", JdbcClient.class)
					.sql("SELECT to_regclass('t1.shelf') IS NOT NULL AND to_regclass('t2.shelf') IS NOT NULL"
							+ " AND to_regclass('public.shelf') IS NULL")
					.query(Boolean.class)
					.single()).isTrue();
			});
	}

	@Test
	void migrationsOfADatabaseAreTimedAndTold() {
		List<Object> events = new ArrayList<>();
		of("archive", "observed").withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withInitializer((context) -> context.addApplicationListener((event) -> {
				if (event instanceof PayloadApplicationEvent<?> told) {
					events.add(told.getPayload());
				}
			}))
			.run((context) -> {
				assertThat(events).filteredOn(AfterMigrate.class::isInstance)
					.map((event) -> ((AfterMigrate) event).database())
					.containsExactlyInAnyOrder("default", "archive");
				assertThat(context.getBean(MeterRegistry.class)
					.get("orm.migration")
					.tag("database", "archive")
					.tag("version", "1")
					.timer()
					.count()).isOne();
			});
	}

	@Test
	void healthAndEndpointShowEachDatabase() {
		of("archive", "shown").run((context) -> {
			Health health = context.getBean(MigrationsHealthIndicator.class).health();
			assertThat(health.getDetails()).containsEntry("version", "1")
				.containsEntry("archive", Map.of("version", "1", "pending", 0L, "failed", 0L));
			Map<String, MigrationDescriptor> shown = context.getBean(MigrationDescriptors.class).all();
			assertThat(shown).containsOnlyKeys("default", "archive");
			assertThat(shown.get("archive"))
				.isEqualTo(new MigrationDescriptor("1", List.of(), List.of(), List.of(), null));
		});
	}

	@Test
	void doesNothingWithoutFlyway() {
		of("archive", "pending").withClassLoader(new FilteredClassLoader(Flyway.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("archiveFlyway"));
	}

	@Test
	void doesNothingWhereFlywayIsDisabled() {
		of("archive", "pending").withPropertyValues("spring.flyway.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("archiveFlyway"));
	}

	private ApplicationContextRunner of(String alias, String database) {
		return this.application
			.withPropertyValues("orm.databases.%s.url=%s".formatted(alias, TestPostgres.url(database)));
	}

	private static boolean hasShelf(ApplicationContext context, String alias) {
		return context.getBean(alias + "JdbcClient", JdbcClient.class)
			.sql("SELECT to_regclass('shelf') IS NOT NULL")
			.query(Boolean.class)
			.single();
	}

}
