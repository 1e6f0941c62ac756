package dev.orm.boot.test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import dev.orm.execute.Database;
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

	private final FixtureFiles fixtures;

	private boolean loaded;

	/**
	 * Create them, without a database.
	 * @param fixtures what is loaded into the default one
	 */
	TestDatabases(FixtureFiles fixtures) {
		this.fixtures = fixtures;
	}

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
		copy(alias, best(alias, template), name);
	}

	/** The template that has the fixtures, if somebody made one already. */
	private String best(String alias, String migrated) {
		if (alias.equals(Database.DEFAULT) && !this.fixtures.isEmpty()
				&& server().hasTemplate(this.fixtures.template(migrated))) {
			this.loaded = true;
			return this.fixtures.template(migrated);
		}
		return migrated;
	}

	private void copy(String alias, String template, String name) {
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
	 * Load the fixtures, if that was not done since the databases were made. Where that
	 * happens for the second time, the next one gets a copy of a template that has them.
	 * @param work loads them into the default database
	 * @param elsewhere loads them into the database of a URL
	 */
	synchronized void load(Runnable work, Consumer<String> elsewhere) {
		if (this.loaded) {
			return;
		}
		work.run();
		this.loaded = true;
		String migrated = this.templates.get(Database.DEFAULT);
		if (migrated != null && !FixtureFiles.isIn(migrated)
				&& server().isWantedAgain(this.fixtures.template(migrated))) {
			keep(migrated, elsewhere);
		}
	}

	private void keep(String migrated, Consumer<String> elsewhere) {
		String filled = this.fixtures.template(migrated);
		server().template(filled, migrated, elsewhere);
		this.templates.put(Database.DEFAULT, filled);
	}

	/**
	 * Make all databases anew, with the fixtures if they were loaded; whoever is
	 * connected is thrown out.
	 * @param elsewhere loads the fixtures into the database of a URL
	 */
	synchronized void reset(Consumer<String> elsewhere) {
		String migrated = this.templates.get(Database.DEFAULT);
		if (this.loaded && migrated != null && !FixtureFiles.isIn(migrated)) {
			keep(migrated, elsewhere);
		}
		this.loaded &= migrated != null;
		this.templates.forEach((alias, template) -> {
			String name = this.names.get(alias);
			if (name != null) {
				renew(name, template);
			}
		});
	}

	private static void renew(String name, @Nullable String template) {
		server().drop(name);
		if (template != null) {
			server().copy(template, name);
		}
		else {
			server().create(name);
		}
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
