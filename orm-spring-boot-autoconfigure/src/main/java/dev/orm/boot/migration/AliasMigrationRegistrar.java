package dev.orm.boot.migration;

import java.util.Map;

import dev.orm.boot.databases.AliasBean;
import dev.orm.boot.databases.AliasNames;
import dev.orm.boot.databases.DatabaseProperties;
import dev.orm.boot.databases.DatabasesProperties;
import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers what migrates each further database that has migrations: {@code
 * archiveFlyway} and what runs it at the start.
 */
final class AliasMigrationRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	private final ResourceLoader loader;

	AliasMigrationRegistrar(Environment environment, ResourceLoader loader) {
		this.environment = environment;
		this.loader = loader;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		if (!this.environment.getProperty("spring.flyway.enabled", Boolean.class, true)) {
			return;
		}
		DatabasesProperties properties = DatabasesProperties.of(this.environment);
		for (Map.Entry<String, DatabaseProperties> database : properties.further().entrySet()) {
			String alias = database.getKey();
			AliasNames names = new AliasNames(alias);
			// where the application defines its databases, the alias has no beans
			if (registry.containsBeanDefinition(names.jdbcClient())
					&& !AliasMigrations.locations(alias, properties, this.loader).isEmpty()) {
				String source = database.getValue().dataSource();
				register(names, (source != null) ? source : names.dataSource(), registry);
			}
		}
	}

	private static void register(AliasNames names, String dataSource, BeanDefinitionRegistry registry) {
		String alias = names.alias();
		RuntimeBeanReference flyway = new RuntimeBeanReference(names.bean("Flyway"));
		RuntimeBeanReference strategy = new RuntimeBeanReference(names.bean("FlywayStrategy"));
		bean(Flyway.class, "flyway", alias, new RuntimeBeanReference(dataSource)).register(flyway.getBeanName(), alias,
				registry);
		bean(FlywayMigrationStrategy.class, "strategy", alias).register(strategy.getBeanName(), alias, registry);
		bean(FlywayMigrationInitializer.class, "initializer", flyway, strategy)
			.register(names.bean("FlywayInitializer"), alias, registry);
	}

	private static AliasBean bean(Class<?> type, String method, Object... arguments) {
		return new AliasBean(AliasMigrations.class, method, type, arguments);
	}

}
