package dev.orm.boot.migration;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.orm.boot.databases.AliasNames;
import dev.orm.boot.databases.DatabasesProperties;
import dev.orm.execute.Database;
import dev.orm.migration.apply.Migrator;
import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.ListableBeanFactory;

/** The databases of the application that have migrations. Thread-safe. */
final class DatabaseMigrations {

	private final Migrator migrator;

	private final DatabasesProperties properties;

	private final ListableBeanFactory beans;

	DatabaseMigrations(Migrator migrator, DatabasesProperties properties, ListableBeanFactory beans) {
		this.migrator = migrator;
		this.properties = properties;
		this.beans = beans;
	}

	/** What runs their migrations, by alias; the default one first. */
	Map<String, Migrator> all() {
		Map<String, Migrator> all = new LinkedHashMap<>();
		all.put(Database.DEFAULT, this.migrator);
		all.putAll(further());
		return all;
	}

	/** The others. */
	Map<String, Migrator> further() {
		Map<String, Migrator> further = new LinkedHashMap<>();
		for (String alias : this.properties.further().keySet()) {
			String bean = new AliasNames(alias).bean("Flyway");
			if (this.beans.containsBean(bean)) {
				further.put(alias, this.migrator.of(this.beans.getBean(bean, Flyway.class)));
			}
		}
		return further;
	}

}
