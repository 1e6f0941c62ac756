package dev.orm.boot.replicas;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.cluster.Condition;
import dev.orm.cluster.ReplicaState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

import static org.assertj.core.api.Assertions.assertThat;

/** The primary dies, its standby is promoted, and the URL names both. */
@ExtendWith(OutputCaptureExtension.class)
class FailoverTests {

	private final ReplicatedPostgres servers = ReplicatedPostgres.start();

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
				OrmDataSourceAutoConfiguration.class, OrmReplicaAutoConfiguration.class,
				OrmDatabaseAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.servers.bothUrl(),
				"orm.databases.default.replicas.east.url=" + this.servers.standbyUrl());

	@AfterEach
	void stop() {
		this.servers.close();
	}

	@Test
	void writesGoOnWithThePromotedStandbyAndReadsWithThem(CapturedOutput output) {
		this.application.run((context) -> {
			await(() -> east(context).condition() == Condition.IN);
			client(context).sql("CREATE TABLE kept (id int)").update();
			assertThat(output).doesNotContain("primary-url");

			this.servers.killPrimary();
			this.servers.promoteStandby();
			await(() -> isWritten(context));

			assertThat(port(context)).isEqualTo(this.servers.standbyServerPort());
			await(() -> east(context).reason().contains("promoted"));
			assertThat(client(context).sql("SELECT count(*) FROM kept").query(Integer.class).single()).isOne();
			await(() -> context.getBean(HealthIndicator.class).health().getStatus().equals(Status.UP));
		});
	}

	private static boolean isWritten(ApplicationContext context) {
		try {
			return client(context).sql("INSERT INTO kept VALUES (1)").update() == 1;
		}
		catch (DataAccessException | TransactionException ex) {
			return false;
		}
	}

	private static ReplicaState east(ApplicationContext context) {
		return context.getBean(WatchedReplicas.class).all().get(0).cluster().replicas().get(0);
	}

	private static JdbcClient client(ApplicationContext context) {
		return context.getBean(JdbcClient.class);
	}

	private static int port(ApplicationContext context) {
		return client(context).sql("SELECT inet_server_port()").query(Integer.class).single();
	}

	private static void await(BooleanSupplier wanted) throws InterruptedException {
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (!wanted.getAsBoolean()) {
			assertThat(System.nanoTime()).isLessThan(end);
			Thread.sleep(5);
		}
	}

}
