package dev.orm.boot.migration;

import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmTypesAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.migration.manage.ExitCode;
import dev.orm.migration.manage.StreamTerminal;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
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
		of("archive", "commanded")
			.withConfiguration(AutoConfigurations.of(OrmTypesAutoConfiguration.class, OrmAutoConfiguration.class))
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
