package dev.orm.boot.test;

import dev.orm.boot.databases.AliasNames;
import dev.orm.boot.databases.DatabasesProperties;
import dev.orm.execute.Database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.env.Environment;

/** Lets migrations run once for all contexts, on a template of their databases. */
final class TemplateMigrations implements BeanPostProcessor {

	private final ObjectProvider<TestDatabases> databases;

	private final Environment environment;

	TemplateMigrations(ObjectProvider<TestDatabases> databases, Environment environment) {
		this.databases = databases;
		this.environment = environment;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof FlywayMigrationStrategy strategy)) {
			return bean;
		}
		String alias = alias(beanName);
		return (FlywayMigrationStrategy) (flyway) -> this.databases.getObject().migrate(alias, flyway, strategy);
	}

	private String alias(String beanName) {
		return DatabasesProperties.of(this.environment)
			.further()
			.keySet()
			.stream()
			.filter((alias) -> new AliasNames(alias).bean("FlywayStrategy").equals(beanName))
			.findFirst()
			.orElse(Database.DEFAULT);
	}

}
