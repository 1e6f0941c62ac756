package dev.orm.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.cluster.PrimaryState.PrimaryCondition;
import dev.orm.error.PrimaryUnavailableException;
import dev.orm.test.LogLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The address of a primary leads to a standby, and then to the new primary, as where a
 * name or a proxy is moved.
 */
class MovedPrimaryTests {

	@RegisterExtension
	static final TestCluster servers = TestCluster.start(Numbers.SCHEMA);

	@RegisterExtension
	final LogLines log = LogLines.of("dev.orm.cluster.Replicas");

	private final Address address = new Address();

	private final HikariDataSource pool = pool(this.address);

	private final Replicas replicas = new Replicas(
			"default", new PrimaryServer(this.pool, this.address), List.of(new ReplicaServer("east", 1,
					servers.pool(servers.east().url(), true), TestCluster.probe(servers.east().url()))),
			ReplicaSettings.DEFAULT);

	private final Numbers numbers = new Numbers(this.replicas);

	@AfterEach
	void close() {
		this.replicas.close();
		this.pool.close();
		servers.release();
	}

	private static HikariDataSource pool(Address address) {
		HikariConfig config = new HikariConfig();
		config.setDataSource(address);
		config.setMinimumIdle(0);
		config.setInitializationFailTimeout(-1);
		return new HikariDataSource(config);
	}

	@Test
	void aBlockWithRetriesIsRepeatedOnTheNewPrimary() {
		AtomicInteger runs = new AtomicInteger();
		this.numbers.atomic().retry(1).run(() -> {
			runs.incrementAndGet();
			try {
				this.numbers.write(7);
			}
			catch (PrimaryUnavailableException ex) {
				this.address.leadTo(servers.primary());
				throw ex;
			}
		});
		assertThat(runs).hasValue(2);
		assertThat(servers.primary().ask("SELECT value FROM n")).isEqualTo("7");
	}

	@Test
	void whoeverWritesWithoutTheOrmGetsNewConnections() {
		this.log.logger().setLevel(Level.INFO);
		this.replicas.start();
		await(PrimaryCondition.DEMOTED);
		JdbcClient others = this.numbers.jdbc();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> others.sql("UPDATE n SET value = 8").update());
		assertThat(this.pool.getHikariPoolMXBean().getTotalConnections()).isOne();

		this.address.leadTo(servers.primary());
		await(PrimaryCondition.UP);
		TestCluster.await(() -> this.pool.getHikariPoolMXBean().getTotalConnections() == 0);
		others.sql("UPDATE n SET value = 8").update();
		assertThat(servers.primary().ask("SELECT value FROM n")).isEqualTo("8");
		assertThat(this.log.messages()).containsExactly(
				"The primary of database 'default' is demoted: it is a standby now",
				"The primary of database 'default' is up again");
	}

	private void await(PrimaryCondition wanted) {
		TestCluster.await(Duration.ofSeconds(5), () -> this.replicas.cluster().primary().condition() == wanted);
	}

	/** Where connections lead. */
	private static final class Address extends AbstractDataSource {

		private volatile TestServer server = servers.west();

		void leadTo(TestServer other) {
			this.server = other;
		}

		@Override
		public Connection getConnection() throws SQLException {
			return DriverManager.getConnection(this.server.url());
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

}
