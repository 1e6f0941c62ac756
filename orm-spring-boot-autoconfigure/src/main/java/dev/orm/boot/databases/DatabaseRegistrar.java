package dev.orm.boot.databases;

import dev.orm.execute.Database;
import dev.orm.transaction.Atomic;

import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.ClassUtils;

/**
 * Registers the beans of each database of {@code orm.databases}. They are injected by
 * their alias only, so that nothing that asks for a data source changes its mind. A bean
 * of the application that has such a name takes its place.
 */
final class DatabaseRegistrar implements ImportBeanDefinitionRegistrar {

	private static final String HIKARI = "com.zaxxer.hikari.HikariDataSource";

	private final Environment environment;

	DatabaseRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		DatabasesProperties properties = DatabasesProperties.of(this.environment);
		defaultDatabase(properties.of(Database.DEFAULT), registry);
		properties.further().forEach((alias, database) -> further(alias, database, registry));
	}

	/** The rest of the default database is made by Spring Boot, of this data source. */
	private void defaultDatabase(DatabaseProperties database, BeanDefinitionRegistry registry) {
		if (database.url() == null) {
			return;
		}
		if (this.environment.containsProperty("spring.datasource.url")) {
			throw new DatabaseConfigurationException(Database.DEFAULT,
					"Both spring.datasource.url and orm.databases.default.url say where the default database is.",
					"Remove one of them. They mean the same.");
		}
		AliasNames names = new AliasNames(Database.DEFAULT);
		refuseTwo(names, database);
		if (!registry.containsBeanDefinition(names.dataSource())) {
			registry.registerBeanDefinition(names.dataSource(), dataSource(names, database).definition());
		}
	}

	private static void further(String alias, DatabaseProperties database, BeanDefinitionRegistry registry) {
		AliasNames names = new AliasNames(alias);
		refuseTwo(names, database);
		String dataSource = database.dataSource();
		if (dataSource == null) {
			dataSource = names.dataSource();
			dataSource(names, database).register(dataSource, alias, registry);
		}
		RuntimeBeanReference source = new RuntimeBeanReference(dataSource);
		if (database.transactionManager() == null) {
			bean(JdbcTransactionManager.class, "transactionManager", source).register(names.transactionManager(), alias,
					registry);
		}
		bean(JdbcClient.class, "jdbcClient", source).register(names.jdbcClient(), alias, registry);
		bean(Atomic.class, "atomic", alias).register(names.atomic(), alias, registry);
	}

	private static void refuseTwo(AliasNames names, DatabaseProperties database) {
		if (database.url() != null && database.dataSource() != null) {
			throw new DatabaseConfigurationException(
					names.alias(), "Both %s and %s say how to connect to the database '%s'."
						.formatted(names.property("url"), names.property("data-source"), names.alias()),
					"Remove one of them.");
		}
	}

	private static AliasBean dataSource(AliasNames names, DatabaseProperties database) {
		if (!ClassUtils.isPresent(HIKARI, DatabaseRegistrar.class.getClassLoader())) {
			throw new DatabaseConfigurationException(names.alias(),
					"There is no connection pool for the database '%s'.".formatted(names.alias()),
					"Add com.zaxxer:HikariCP, or define a DataSource bean and name it by %s."
						.formatted(names.property("data-source")));
		}
		return database.lazy() ? bean(LazyDataSource.class, "lazyPool", names.alias()) : bean(
				ClassUtils.resolveClassName(HIKARI, DatabaseRegistrar.class.getClassLoader()), "pool", names.alias());
	}

	private static AliasBean bean(Class<?> type, String method, Object argument) {
		return new AliasBean(DatabaseBeans.class, method, type, argument);
	}

}
