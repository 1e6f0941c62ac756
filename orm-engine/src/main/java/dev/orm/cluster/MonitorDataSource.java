package dev.orm.cluster;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections for the monitor: of no pool, and a second without an answer is an error.
 * Thread-safe.
 */
public final class MonitorDataSource extends AbstractDataSource {

	private static final String SCHEME = "jdbc:postgresql:";

	private final PGSimpleDataSource source;

	private MonitorDataSource(PGSimpleDataSource source) {
		this.source = source;
	}

	/**
	 * Connect to a server beside its pool.
	 * @param pool the pool
	 * @param url its URL; null if it has none
	 * @param username its user; null if the URL says it
	 * @param password the password; null for none
	 * @return the connections: the pool's own where the URL is not one of PostgreSQL's
	 */
	public static DataSource of(DataSource pool, @Nullable String url, @Nullable String username,
			@Nullable String password) {
		if (url == null || !url.startsWith(SCHEME)) {
			return pool;
		}
		PGSimpleDataSource source = new PGSimpleDataSource();
		try {
			source.setUrl(url);
		}
		catch (IllegalArgumentException ex) {
			// its message would show all of the URL: the pool says what is wrong
			return pool;
		}
		if (username != null) {
			source.setUser(username);
		}
		if (password != null) {
			source.setPassword(password);
		}
		source.setSocketTimeout(1);
		source.setConnectTimeout(1);
		source.setLoginTimeout(1);
		source.setApplicationName("orm-monitor");
		return new MonitorDataSource(source);
	}

	@Override
	public Connection getConnection() throws SQLException {
		return this.source.getConnection();
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return this.source.getConnection(username, password);
	}

}
