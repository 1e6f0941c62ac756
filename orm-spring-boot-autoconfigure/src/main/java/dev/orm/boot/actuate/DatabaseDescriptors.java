package dev.orm.boot.actuate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.orm.boot.actuate.ReplicaDescriptors.PrimaryDescriptor;
import dev.orm.boot.actuate.ReplicaDescriptors.ReplicaDescriptor;
import dev.orm.boot.actuate.ReplicaDescriptors.ServersDescriptor;
import dev.orm.boot.databases.SafeUrl;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.Sanitizer;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.util.ClassUtils;

/**
 * Describes the databases of an application by what their pools tell, and opens
 * connections of its own where a pool's will not do. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DatabaseDescriptors {

	private static final boolean HIKARI = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			DatabaseDescriptors.class.getClassLoader());

	private static final int SECONDS = 5;

	private final Databases databases;

	private final ReplicaDescriptors replicas;

	/** Only who shows them has the classes of Actuator. */
	private final Iterable<SanitizingFunction> sanitizing;

	private final Map<String, String> servers = new ConcurrentHashMap<>();

	/**
	 * Create the descriptors of databases without replicas.
	 * @param databases the databases
	 */
	public DatabaseDescriptors(Databases databases) {
		this(databases, ReplicaDescriptors.NONE, List.of());
	}

	/**
	 * Create the descriptors.
	 * @param databases the databases
	 * @param replicas describes their servers
	 * @param sanitizing what hides parts of addresses
	 */
	public DatabaseDescriptors(Databases databases, ReplicaDescriptors replicas,
			Iterable<SanitizingFunction> sanitizing) {
		this.databases = databases;
		this.replicas = replicas;
		this.sanitizing = sanitizing;
	}

	/**
	 * Describe all databases.
	 * @param models tells how many models live in one
	 * @param showValues whether addresses are shown; stars, if not
	 * @return the descriptions by alias
	 */
	Map<String, DatabaseDescriptor> all(ToIntFunction<String> models, boolean showValues) {
		Map<String, DatabaseDescriptor> all = new LinkedHashMap<>();
		for (Database database : this.databases.all()) {
			all.put(database.alias(), describe(database, models.applyAsInt(database.alias()), showValues));
		}
		return all;
	}

	private DatabaseDescriptor describe(Database database, int models, boolean showValues) {
		String url = HIKARI ? sanitized(database.alias(), Hikari.url(database), showValues) : null;
		PoolDescriptor pool = HIKARI ? Hikari.counts(database) : null;
		ServersDescriptor servers = this.replicas.of(database.alias());
		return (servers == null) ? new DatabaseDescriptor(url, server(database), models, pool, null, null, null, null)
				: new DatabaseDescriptor(url, server(database), models, pool, servers.reads(), servers.freshness(),
						servers.primary(), servers.replicas());
	}

	/** Functions hear of an address under the property that usually tells it. */
	private @Nullable String sanitized(String alias, @Nullable String url, boolean showValues) {
		String property = alias.equals(Database.DEFAULT) ? "spring.datasource.url" : "orm.databases." + alias + ".url";
		Object shown = (url != null) ? new Sanitizer(this.sanitizing)
			.sanitize(new SanitizableData(null, property, SafeUrl.of(url)), showValues) : null;
		return (shown != null) ? shown.toString() : null;
	}

	/** The driver knows the version of a server it is connected to. */
	private @Nullable String server(Database database) {
		String known = this.servers.get(database.alias());
		if (known != null) {
			return known;
		}
		try (Connection connection = database.dataSource().getConnection()) {
			String version = connection.getMetaData().getDatabaseProductVersion();
			this.servers.put(database.alias(), version);
			return version;
		}
		catch (SQLException ex) {
			return null;
		}
	}

	/**
	 * Open a connection that sends statements as plain text.
	 * @param alias the alias of the database
	 * @return the connection, to be closed
	 * @throws SQLException if there is none
	 */
	public Connection plain(String alias) throws SQLException {
		if (!HIKARI) {
			throw new SQLException("Only the address of a HikariCP pool is known", "08001");
		}
		return Hikari.plain(this.databases.get(alias));
	}

	/**
	 * A database.
	 *
	 * @param url its address, without credentials and parameters; null where it is not
	 * known
	 * @param server the version of the server; null while none answers
	 * @param models how many models live in it
	 * @param pool its pool; null where it is not known
	 * @param reads which reads go to replicas by themselves; null without replicas
	 * @param freshness how much such a read must see; null without replicas
	 * @param primary the server that is written to; null without replicas
	 * @param replicas the servers that only read, by name; null without any
	 */
	public record DatabaseDescriptor(@Nullable String url, @Nullable String server, int models,
			@Nullable PoolDescriptor pool, @Nullable String reads, @Nullable String freshness,
			@Nullable PrimaryDescriptor primary, @Nullable Map<String, ReplicaDescriptor> replicas) {

	}

	/**
	 * A pool.
	 *
	 * @param active how many connections are out
	 * @param idle how many wait
	 * @param max how many there may be
	 */
	public record PoolDescriptor(int active, int idle, int max) {

	}

	/** What is known where there is HikariCP. */
	private static final class Hikari {

		private Hikari() {
		}

		private static @Nullable HikariDataSource pool(Database database) {
			return DataSourceUnwrapper.unwrap(database.dataSource(), HikariDataSource.class);
		}

		static @Nullable String url(Database database) {
			HikariDataSource pool = pool(database);
			return (pool != null) ? pool.getJdbcUrl() : null;
		}

		static @Nullable PoolDescriptor counts(Database database) {
			HikariDataSource source = pool(database);
			HikariPoolMXBean pool = (source != null && source.isRunning()) ? source.getHikariPoolMXBean() : null;
			return (source != null && pool != null) ? new PoolDescriptor(pool.getActiveConnections(),
					pool.getIdleConnections(), source.getMaximumPoolSize()) : null;
		}

		static Connection plain(Database database) throws SQLException {
			HikariDataSource pool = pool(database);
			if (pool == null || pool.getJdbcUrl() == null) {
				throw new SQLException("The address of the database is not known", "08001");
			}
			PGSimpleDataSource source = new PGSimpleDataSource();
			source.setUrl(pool.getJdbcUrl());
			source.setPreferQueryMode(PreferQueryMode.SIMPLE);
			source.setSocketTimeout(SECONDS);
			return (pool.getUsername() != null) ? source.getConnection(pool.getUsername(), pool.getPassword())
					: source.getConnection();
		}

	}

}
