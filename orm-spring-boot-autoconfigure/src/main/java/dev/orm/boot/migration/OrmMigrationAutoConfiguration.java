package dev.orm.boot.migration;

import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmBuilderCustomizer;
import dev.orm.boot.databases.DatabasesProperties;
import dev.orm.execute.Database;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.TenantSchemas;
import dev.orm.migration.lint.LintRule;
import io.micrometer.core.instrument.MeterRegistry;
import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ResourceLoader;

/**
 * {@link AutoConfiguration Auto-configuration} of migrations: what happens to pending
 * ones at the start, the commands of {@code orm.command}, the health of the database's
 * history.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { FlywayAutoConfiguration.class, OrmAutoConfiguration.class })
@ConditionalOnClass({ Flyway.class, FlywayMigrationStrategy.class })
@EnableConfigurationProperties({ OrmMigrationProperties.class, DatabasesProperties.class })
@Import(AliasMigrationRegistrar.class)
public final class OrmMigrationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FlywayMigrationStrategy ormMigrationStrategy(OrmMigrationProperties properties) {
		return new MigrationsAtStartup(Database.DEFAULT, properties.atStartup(), properties.timeout(), true);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(Flyway.class)
	Migrator ormMigrator(Flyway flyway, OrmMigrationProperties properties) {
		return new Migrator(flyway, properties.timeout()).withLibraries();
	}

	@Bean
	@ConditionalOnBean(Flyway.class)
	DatabaseMigrations ormDatabaseMigrations(Migrator migrator, DatabasesProperties properties,
			ListableBeanFactory beans) {
		return new DatabaseMigrations(migrator, properties, beans);
	}

	@Bean
	OrmBuilderCustomizer ormJournalColumns(ObjectProvider<DatabaseMigrations> migrations) {
		return (builder) -> builder.constraintColumns(new JournalColumns(migrations));
	}

	@Bean
	@ConditionalOnBean({ Flyway.class, Orm.class })
	ModelJournalCheck ormModelJournalCheck(Orm orm, Migrator migrator, OrmMigrationProperties properties,
			ResourceLoader loader) {
		return new ModelJournalCheck(orm, migrator, properties.modelCheck(loader.getClassLoader()));
	}

	@Bean
	@ConditionalOnBean(Flyway.class)
	@ConditionalOnProperty("orm.command")
	OrmCommandRunner ormCommandRunner(DatabaseMigrations migrations, ObjectProvider<Orm> orm,
			ObjectProvider<TenantSchemas> tenants, ObjectProvider<LintRule> rules,
			ConfigurableApplicationContext context) {
		return new OrmCommandRunner(migrations, orm, tenants, rules, context);
	}

	@Bean
	@ConditionalOnProperty("orm.command")
	static LazyStarters ormLazyStarters() {
		return new LazyStarters();
	}

	/** Where the application measures itself. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class Observation {

		@Bean
		ObservedMigrations ormObservedMigrations(ApplicationEventPublisher events,
				ObjectProvider<MeterRegistry> meters) {
			return new ObservedMigrations(Database.DEFAULT, events, meters);
		}

	}

	/** Where the application shows what it is made of. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Endpoint.class)
	static class Shown {

		@Bean
		@ConditionalOnBean(Flyway.class)
		ShownMigrations ormShownMigrations(DatabaseMigrations migrations) {
			return new ShownMigrations(migrations);
		}

	}

	/** Where the application shows its health. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
	static class Health {

		@Bean
		@ConditionalOnBean(Flyway.class)
		@ConditionalOnMissingBean(name = "migrationsHealthIndicator")
		@ConditionalOnEnabledHealthIndicator("migrations")
		MigrationsHealthIndicator migrationsHealthIndicator(DatabaseMigrations migrations) {
			return new MigrationsHealthIndicator(migrations);
		}

	}

}
