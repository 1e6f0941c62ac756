package dev.orm.boot.databases;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.cluster.silence.HeedfulSocketFactory;
import dev.orm.execute.Databases;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Nobody waits for ever for a primary that hangs. */
class SilentPrimaryTests {

	private static final String FACTORY = HeedfulSocketFactory.class.getName();

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				JdbcClientAutoConfiguration.class, OrmDataSourceAutoConfiguration.class,
				OrmDatabaseAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	@Test
	void eachPoolAsksInSilenceWhetherItsServerIsThere() {
		this.application
			.withPropertyValues("orm.databases.archive.url=" + TestPostgres.url("silent"),
					"orm.databases.archive.max-silence=3s")
			.run((context) -> {
				assertThat(properties(context.getBean(HikariDataSource.class))).containsEntry("socketFactory", FACTORY)
					.containsEntry("socketFactoryArg", "default 10000")
					.containsEntry("tcpKeepAlive", "true");
				assertThat(properties(context.getBean("archiveDataSource", HikariDataSource.class)))
					.containsEntry("socketFactoryArg", "archive 3000");
				assertThat(context.getBean(JdbcClient.class).sql("SELECT 1").query(Integer.class).single()).isOne();
			});
	}

	@Test
	void poolsAreNamedAfterTheirDatabases() {
		this.application
			.run((context) -> assertThat(context.getBean(HikariDataSource.class).getPoolName()).isEqualTo("default"));
		this.application.withPropertyValues("spring.datasource.hikari.pool-name=mine")
			.run((context) -> assertThat(context.getBean(HikariDataSource.class).getPoolName()).isEqualTo("mine"));
	}

	@Test
	void whatTheApplicationSaysOfSocketsCounts() {
		this.application.withPropertyValues("orm.databases.default.max-silence=0")
			.run((context) -> assertThat(properties(context.getBean(HikariDataSource.class))).isEmpty());
		this.application.withPropertyValues("spring.datasource.hikari.data-source-properties.socketTimeout=7")
			.run((context) -> assertThat(properties(context.getBean(HikariDataSource.class)))
				.containsOnlyKeys("socketTimeout"));
		this.application
			.withPropertyValues("spring.datasource.url=" + TestPostgres.url("silent_too") + "&socketTimeout=7")
			.run((context) -> assertThat(properties(context.getBean(HikariDataSource.class))).isEmpty());
	}

	@Test
	void whoConnectsToAServerThatHangsIsToldItsName() throws IOException {
		try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			this.application
				.withPropertyValues(
						"spring.datasource.url=jdbc:postgresql://localhost:" + mute.getLocalPort()
								+ "/shop?sslmode=disable",
						"spring.datasource.hikari.connection-timeout=9000", "orm.databases.default.max-silence=100ms")
				.run((context) -> {
					assertThat(context.getBean(Databases.class)).isNotNull();
					assertThatExceptionOfType(DataAccessException.class)
						.isThrownBy(
								() -> context.getBean(JdbcClient.class).sql("SELECT 1").query(Integer.class).single())
						.havingRootCause()
						.withMessageContaining("Database 'default' is silent: localhost/127.0.0.1:"
								+ mute.getLocalPort() + " said nothing for 100 ms");
				});
		}
	}

	private static Map<Object, Object> properties(HikariDataSource pool) {
		return pool.getDataSourceProperties();
	}

}
