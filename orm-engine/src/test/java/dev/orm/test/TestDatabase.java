package dev.orm.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fresh database of a test class, on the one PostgreSQL of the JVM. Registered as an
 * extension it goes away after the class:
 *
 * <pre>
 * &#64;RegisterExtension
 * static final TestDatabase database = TestDatabase.create("CREATE TABLE ...");
 * </pre>
 *
 * Databases with the same statements are copies of one template, made in some 30 ms. Test
 * classes may run in parallel.
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {

	private static final int POOL_SIZE = 8;

	private final String name;

	private final HikariDataSource dataSource;

	private TestDatabase(String name) {
		this.name = name;
		this.dataSource = pool(url());
	}

	/**
	 * Create a database.
	 * @param schema the statements that make its schema, and any rows to start with
	 * @return the database
	 */
	public static TestDatabase create(String... schema) {
		return new TestDatabase(PostgresServer.get().createDatabase(List.of(schema)));
	}

	private static HikariDataSource pool(String url) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url);
		config.setMaximumPoolSize(POOL_SIZE);
		config.setMinimumIdle(0);
		config.setConnectionTimeout(5000);
		return new HikariDataSource(config);
	}

	/**
	 * Open another pool of two connections, which do not commit by themselves.
	 * @return the pool, to be closed
	 */
	public HikariDataSource poolWithoutAutoCommit() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url());
		config.setMaximumPoolSize(2);
		config.setAutoCommit(false);
		return new HikariDataSource(config);
	}

	/**
	 * Return the database's pool, of eight connections.
	 * @return the data source
	 */
	public HikariDataSource dataSource() {
		return this.dataSource;
	}

	/**
	 * Return the JDBC URL, user included.
	 * @return the URL
	 */
	public String url() {
		return PostgresServer.get().url(this.name);
	}

	/**
	 * Run statements, each on its own, outside of the pool and of any transaction.
	 * @param statements the statements
	 */
	public void execute(String... statements) {
		PostgresServer.get().execute(this.name, List.of(statements));
	}

	/**
	 * Ask in a connection of the pool.
	 * @param sql a query
	 * @return the first column of its rows, as texts
	 */
	public List<@Nullable String> texts(String sql) {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			List<@Nullable String> texts = new ArrayList<>();
			while (rows.next()) {
				texts.add(rows.getString(1));
			}
			return texts;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	/**
	 * Empty tables and restart their identities.
	 * @param tables the tables
	 */
	public void truncate(String... tables) {
		execute("TRUNCATE " + String.join(", ", tables) + " RESTART IDENTITY CASCADE");
	}

	/**
	 * Return the connections that are out of the pool. Zero after each test, or one
	 * leaked.
	 * @return the number
	 */
	public int connectionsInUse() {
		return this.dataSource.getHikariPoolMXBean().getActiveConnections();
	}

	/**
	 * Require that connections were given back. The pool closes those that were cut in a
	 * thread of its own, so that they are in use for a moment.
	 * @param kept how many may be lost
	 */
	public void requireReturnedBut(int kept) {
		Instant end = Instant.now().plusSeconds(5);
		while (connectionsInUse() > kept && Instant.now().isBefore(end)) {
			LockSupport.parkNanos(1_000_000);
		}
		assertThat(connectionsInUse()).isLessThanOrEqualTo(kept);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		close();
	}

	@Override
	public void close() {
		this.dataSource.close();
		PostgresServer.get().dropDatabase(this.name);
	}

}
