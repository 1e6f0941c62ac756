package dev.orm.boot.test;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.commons.logging.LogFactory;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The embedded databases of an application context, one for each alias: copies of
 * templates that were migrated once. Nobody else uses them, so contexts and JVMs may run
 * in parallel. They go away with the context.
 */
final class TestDatabases implements AutoCloseable {

	private final Map<String, String> names = new LinkedHashMap<>();

	/** By alias; null for an empty database. */
	private final Map<String, @Nullable String> templates = new LinkedHashMap<>();

	private boolean loaded;

	/**
	 * Reserve the database of an alias.
	 * @param alias the alias
	 * @param migrated whether migrations make it; else it is there at once, and empty
	 * @return the JDBC URL, user included
	 */
	synchronized String open(String alias, boolean migrated) {
		String name = reserve(alias);
		if (!migrated && !this.templates.containsKey(alias)) {
			server().create(name);
			this.templates.put(alias, null);
		}
		return server().url(name);
	}

	/** Choose the name of the database of an alias, which is made later. */
	synchronized String reserve(String alias) {
		return this.names.computeIfAbsent(alias, (key) -> server().name());
	}

	/**
	 * Make the database of an alias as migrations would.
	 * @param alias the alias
	 * @param flyway the migrations
	 * @param strategy what runs them
	 */
	synchronized void migrate(String alias, Flyway flyway, FlywayMigrationStrategy strategy) {
		String name = this.names.get(alias);
		if (name == null) {
			// a server of the application's choice
			strategy.migrate(flyway);
			return;
		}
		String template = "template_" + MigrationHash.of(flyway.getConfiguration());
		server().template(template, (url) -> strategy.migrate(elsewhere(flyway, url)));
		server().copy(template, name);
		this.templates.put(alias, template);
	}

	/** It starts when somebody needs it. */
	private static EmbeddedServer server() {
		return EmbeddedServer.get();
	}

	private static Flyway elsewhere(Flyway flyway, String url) {
		ClassicConfiguration configuration = new ClassicConfiguration(flyway.getConfiguration());
		configuration.setDataSource(new SimpleDriverDataSource(new org.postgresql.Driver(), url));
		return new Flyway(configuration);
	}

	/**
	 * Load rows, if that was not done since the databases were made.
	 * @param work loads them
	 */
	synchronized void load(Runnable work) {
		if (!this.loaded) {
			work.run();
			this.loaded = true;
		}
	}

	/** Make all databases anew; whoever is connected is thrown out. */
	synchronized void reset() {
		this.loaded = false;
		this.templates.forEach((alias, template) -> {
			String name = this.names.get(alias);
			if (name != null) {
				server().drop(name);
				if (template != null) {
					server().copy(template, name);
				}
				else {
					server().create(name);
				}
			}
		});
	}

	/** Drop the databases, unless the server is gone with the JVM. */
	@Override
	public synchronized void close() {
		try {
			this.names.values().forEach((name) -> server().drop(name));
		}
		catch (TestDatabaseException ex) {
			LogFactory.getLog(TestDatabases.class).debug("Databases are left behind", ex);
		}
		this.names.clear();
		this.templates.clear();
	}

}
