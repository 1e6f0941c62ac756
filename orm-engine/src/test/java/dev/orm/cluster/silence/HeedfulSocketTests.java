package dev.orm.cluster.silence;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Supplier;
import dev.orm.acceptance.shop.Tag;
import dev.orm.error.DatabaseConnectionException;
import dev.orm.execute.Database;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A server that hangs, or behind a network that drops packets, ends no connection. */
class HeedfulSocketTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("CREATE TABLE kept (id int)");

	private static final Duration PATIENCE = Duration.ofMillis(300);

	/** A silence, and two questions of three seconds with a pause between. */
	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String SLOW = "SELECT pg_sleep(2)";

	private final HushedProxy proxy = HushedProxy.before(database.url());

	@AfterEach
	void close() {
		this.proxy.close();
	}

	@Test
	void aStatementOnItsWayToAServerThatHangsFails() throws Exception {
		try (Connection connection = connect()) {
			CompletableFuture<Object> asked = asked(connection, SLOW);
			Thread.sleep(100);
			this.proxy.hush();
			assertThat(asked).failsWithin(LIMIT)
				.withThrowableOfType(ExecutionException.class)
				.havingRootCause()
				.withMessageContaining("Database 'shop' is silent", "300 ms");
			assertThat(connection.isClosed()).isTrue();
		}
	}

	@Test
	void aStatementFailsAtOnceWhereNobodyListensAnyMore() throws Exception {
		try (Connection connection = connect()) {
			CompletableFuture<Object> asked = asked(connection, SLOW);
			Thread.sleep(100);
			this.proxy.hush();
			this.proxy.shut();
			assertThat(asked).failsWithin(Duration.ofSeconds(3)).withThrowableOfType(ExecutionException.class);
		}
	}

	@Test
	void aLongStatementOfAServerThatIsThereGoesOn() throws Exception {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			int before = this.proxy.visits();
			statement.execute(SLOW);
			assertThat(this.proxy.visits() - before).as("after 0.3, 0.9 and 2.1 s").isBetween(1, 3);
			int asked = this.proxy.visits();
			statement.execute("SELECT 1");
			assertThat(this.proxy.visits()).as("by a statement that is answered").isEqualTo(asked);
		}
	}

	@Test
	void whoConnectsToAServerThatHangsIsToldSo() {
		this.proxy.hush();
		assertThatExceptionOfType(SQLException.class).isThrownBy(this::connect)
			.withStackTraceContaining("Database 'shop' is silent");
	}

	@Test
	void aLimitOfTheApplicationHolds() throws SQLException {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			connection.setNetworkTimeout(Runnable::run, 900);
			assertThat(connection.getNetworkTimeout()).isEqualTo(900);
			int before = this.proxy.visits();
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute(SLOW))
				.havingRootCause()
				.isInstanceOf(SocketTimeoutException.class)
				.withMessageContaining("Read timed out");
			assertThat(this.proxy.visits()).isEqualTo(before);
		}
	}

	@Test
	void notificationsAreWaitedForAsEver() throws SQLException {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute("LISTEN news");
			assertThat(connection.unwrap(org.postgresql.PGConnection.class).getNotifications(700)).isEmpty();
			statement.execute("NOTIFY news");
			assertThat(connection.unwrap(org.postgresql.PGConnection.class).getNotifications(0)).hasSize(1);
		}
	}

	@Test
	void theErrorOfTheOrmNamesTheDatabase() {
		try (HikariDataSource pool = new HikariDataSource(pool())) {
			Orm orm = Orm.builder()
				.database(Database.of("default", pool))
				.models(List.of(Tag.class, Product.class, Category.class, Supplier.class))
				.build();
			orm.sql("SELECT 1").flat(Integer.class);
			this.proxy.hush();
			assertThatExceptionOfType(DatabaseConnectionException.class)
				.isThrownBy(() -> orm.sql("SELECT 1").flat(Integer.class))
				.satisfies((ex) -> assertThat(ex.getDatabase()).isEqualTo("default"))
				.withMessageContaining("Cannot run [SELECT 1]; the connection to database 'default' was lost")
				.withMessageContaining("Database 'shop' is silent")
				.withMessageContaining("hint: the server hangs, or the network loses packets: look after both");
			assertThatExceptionOfType(DatabaseConnectionException.class)
				.isThrownBy(() -> orm.sql("SELECT 1").flat(Integer.class))
				.withMessageContaining("No connection to database 'default': ");
		}
	}

	private HikariConfig pool() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url());
		config.setMaximumPoolSize(1);
		config.setConnectionTimeout(1000);
		return config;
	}

	private String url() {
		return this.proxy.url(database.url()) + "&socketFactory=" + HeedfulSocketFactory.class.getName()
				+ "&socketFactoryArg=" + HeedfulSocketFactory.argument("shop", PATIENCE).replace(" ", "%20");
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(url());
	}

	private static CompletableFuture<Object> asked(Connection connection, String sql) {
		return CompletableFuture.supplyAsync(() -> {
			try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
				return row.next();
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}, (task) -> new Thread(task).start());
	}

}
