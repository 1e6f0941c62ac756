package dev.orm.boot.databases;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.databases.DatabaseConnectionDetails.Server;
import dev.orm.execute.FeatureRefusalOverride;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Makes the pool of a database: named after its alias, set as
 * {@code spring.datasource.hikari} and then its own {@code hikari} say.
 */
final class DatabasePool {

	/** How long a reader waits for a replica's connection, in milliseconds. */
	private static final long SHORT = 250;

	private static final int SOCKET_TIMEOUT_SECONDS = 60;

	private final AliasNames names;

	private final DatabaseProperties properties;

	private final Environment environment;

	DatabasePool(String alias, DatabaseProperties properties, Environment environment) {
		this.names = new AliasNames(alias);
		this.properties = properties;
		this.environment = environment;
	}

	/** Make the pool; it connects at its first use. */
	HikariDataSource open(@Nullable Server details) {
		Server server = (details != null) ? details : declared();
		HikariDataSource pool = new HikariDataSource();
		bind("spring.datasource.hikari", pool);
		pool.setPoolName(this.names.alias());
		tellApplication(pool);
		connect(pool, server, this.names.property("url"));
		bind(this.names.property("hikari"), pool);
		HeedfulPools.prepare(pool, this.names.alias(), this.properties.maxSilence());
		if (pool.getExceptionOverride() == null && pool.getExceptionOverrideClassName() == null) {
			pool.setExceptionOverride(new FeatureRefusalOverride());
		}
		return pool;
	}

	/** Make the pool of a replica: whoever borrows from it does not wait long. */
	HikariDataSource openReplica(String name, ReplicaProperties replica, HikariDataSource primary,
			@Nullable Server details) {
		HikariDataSource pool = new HikariDataSource();
		bind("spring.datasource.hikari", pool);
		bind(this.names.property("hikari"), pool);
		pool.setPoolName(this.names.alias() + "." + name);
		tellApplication(pool);
		pool.setReadOnly(true);
		pool.setConnectionTimeout(SHORT);
		pool.setValidationTimeout(SHORT);
		pool.setInitializationFailTimeout(-1);
		pool.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
		String property = this.names.property("replicas." + name);
		Server server = (details != null) ? details : replica.server(property, this.names.alias(), primary);
		connect(pool, server, property + ".url");
		bind(this.names.property("replicas." + name + ".hikari"), pool);
		if (pool.getExceptionOverride() == null && pool.getExceptionOverrideClassName() == null) {
			pool.setExceptionOverride(new FeatureRefusalOverride());
		}
		return pool;
	}

	/** The server shows it beside what its connections do. */
	private void tellApplication(HikariDataSource pool) {
		String application = this.environment.getProperty("spring.application.name", "");
		if (!application.isEmpty()) {
			pool.addDataSourceProperty("ApplicationName", application);
		}
	}

	private void bind(String prefix, HikariDataSource pool) {
		Binder.get(this.environment).bind(prefix, Bindable.ofInstance(pool));
	}

	private void connect(HikariDataSource pool, Server server, String property) {
		pool.setDriverClassName(
				new JdbcAddress(this.names.alias(), property, server.url(), this.properties.driverClassName())
					.driver());
		pool.setJdbcUrl(server.url());
		if (server.username() != null) {
			pool.setUsername(server.username());
		}
		if (server.password() != null) {
			pool.setPassword(server.password());
		}
	}

	private Server declared() {
		String url = this.properties.url();
		if (url == null) {
			throw new DatabaseConfigurationException(this.names.alias(),
					"Nothing says how to connect to the database '%s'.".formatted(this.names.alias()),
					"Set %s, or name a DataSource bean by %s, or define a DatabaseConnectionDetails bean of this alias."
						.formatted(this.names.property("url"), this.names.property("data-source")));
		}
		return new Server(url, this.properties.username(), this.properties.password());
	}

}
