package dev.orm.boot.migration;

import java.util.List;

import javax.sql.DataSource;

import dev.orm.boot.databases.AtStartup;
import dev.orm.boot.databases.DatabasesProperties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Makes what migrates a further database. The names of the methods stand in bean
 * definitions.
 */
final class AliasMigrations {

	private AliasMigrations() {
	}

	/** Where the migrations of a database are; that it has none is an answer. */
	static List<String> locations(String alias, DatabasesProperties properties, ResourceLoader loader) {
		List<String> told = properties.of(alias).migrations().locations();
		if (!told.isEmpty()) {
			return told;
		}
		String usual = "classpath:db/%s/migration".formatted(alias);
		return loader.getResource(usual).exists() ? List.of(usual) : List.of();
	}

	static Flyway flyway(String alias, DataSource dataSource, DatabasesProperties properties, ResourceLoader loader,
			ObjectProvider<Callback> callbacks) {
		return Flyway.configure(loader.getClassLoader())
			.dataSource(dataSource)
			.locations(locations(alias, properties, loader).toArray(String[]::new))
			.callbacks(callbacks.orderedStream()
				.map((callback) -> (callback instanceof ObservedMigrations observed) ? observed.of(alias) : callback)
				.toArray(Callback[]::new))
			.load();
	}

	static FlywayMigrationStrategy strategy(String alias, DatabasesProperties properties,
			OrmMigrationProperties migrations, Environment environment) {
		AtStartup told = properties.of(alias).migrations().atStartup();
		AtStartup atStartup = (told != null) ? told : migrations.atStartup();
		boolean command = !environment.getProperty("orm.command", "").isBlank();
		return new MigrationsAtStartup(alias, command ? AtStartup.OFF : atStartup, migrations.timeout(), false);
	}

	static FlywayMigrationInitializer initializer(Flyway flyway, FlywayMigrationStrategy strategy) {
		return new FlywayMigrationInitializer(flyway, strategy);
	}

}
