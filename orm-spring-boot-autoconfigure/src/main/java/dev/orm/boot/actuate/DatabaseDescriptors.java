package dev.orm.boot.actuate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

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

	private final Map<String, String> servers = new ConcurrentHashMap<>();

	/**
	 * Create the descriptors.
	 * @param databases the databases
	 */
	public DatabaseDescriptors(Databases databases) {
		this.databases = databases;
	}

	/**
	 * Describe all databases.
	 * @return the descriptions by alias
	 */
	public Map<String, DatabaseDescriptor> all() {
		Map<String, DatabaseDescriptor> all = new LinkedHashMap<>();
		this.databases.all().forEach((database) -> all.put(database.alias(), describe(database)));
		return all;
	}

	private DatabaseDescriptor describe(Database database) {
		String server = server(database);
		return HIKARI ? Hikari.describe(database, server) : new DatabaseDescriptor(null, server, null);
	}

	/** A URL may hold credentials, before the host or behind the question mark. */
	static @Nullable String url(@Nullable String url) {
		return (url != null) ? url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//") : null;
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
	 * @param pool its pool; null where it is not known
	 */
	public record DatabaseDescriptor(@Nullable String url, @Nullable String server, @Nullable PoolDescriptor pool) {

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

		static DatabaseDescriptor describe(Database database, @Nullable String server) {
			HikariDataSource pool = pool(database);
			return (pool != null) ? new DatabaseDescriptor(url(pool.getJdbcUrl()), server, counts(pool))
					: new DatabaseDescriptor(null, server, null);
		}

		private static @Nullable PoolDescriptor counts(HikariDataSource source) {
			HikariPoolMXBean pool = source.isRunning() ? source.getHikariPoolMXBean() : null;
			return (pool != null) ? new PoolDescriptor(pool.getActiveConnections(), pool.getIdleConnections(),
					source.getMaximumPoolSize()) : null;
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
