package dev.orm.boot.replicas;

import java.time.Duration;
import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.actuate.ReplicaDescriptors;
import dev.orm.boot.actuate.ReplicaDescriptors.ServersDescriptor;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.databases.DatabaseConfigurationException;
import dev.orm.boot.databases.DatabaseConnectionDetails;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.cluster.Condition;
import dev.orm.cluster.ConsistencyTokens;
import dev.orm.cluster.Freshness;
import dev.orm.cluster.Replicas;
import dev.orm.cluster.RoutedDataSource;
import dev.orm.execute.Databases;
import dev.orm.work.UnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A replica is two lines of configuration. */
class OrmReplicaAutoConfigurationTests {

	private static final String EAST = "orm.databases.default.replicas.east.url=";

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				TransactionManagerCustomizationAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
				OrmDataSourceAutoConfiguration.class, OrmReplicaAutoConfiguration.class,
				OrmDatabaseAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + ReplicatedPostgres.primary());

	private final ApplicationContextRunner replicated = this.application
		.withPropertyValues(EAST + ReplicatedPostgres.standby());

	@Test
	void withoutReplicasNothingIsThere() {
		this.application.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(WatchedReplicas.class)
			.doesNotHaveBean(ConsistencyTokens.class)
			.hasSingleBean(HikariDataSource.class));
	}

	@Test
	void aReadOnlyTransactionOfAnyoneIsAnsweredByTheReplica() {
		this.replicated.run((context) -> {
			awaitIn(context);
			TransactionTemplate readOnly = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
			readOnly.setReadOnly(true);
			Integer answered = readOnly.execute((status) -> port(context));
			assertThat(answered).isEqualTo(ReplicatedPostgres.standbyPort());
			assertThat(port(context)).isNotEqualTo(ReplicatedPostgres.standbyPort());
		});
	}

	@Test
	void theServersAreDescribedFromWhatIsKnown() {
		this.replicated
			.withPropertyValues("orm.databases.default.reads=transaction",
					"orm.databases.default.replicas.east.weight=3")
			.run((context) -> {
				awaitIn(context);
				ReplicaDescriptors descriptors = context.getBean(ReplicaDescriptors.class);
				assertThat(descriptors.of("other")).isNull();
				ServersDescriptor servers = descriptors.of("default");
				assertThat(servers).isNotNull();
				assertThat(servers.reads()).isEqualTo("transaction");
				assertThat(servers.freshness()).isEqualTo("own");
				assertThat(servers.primary().state()).isEqualTo("UP");
				assertThat(servers.primary().timeline()).isOne();
				assertThat(servers.primary().at()).matches("[0-9A-F]+/[0-9A-F]+");
				assertThat(servers.replicas()).containsOnlyKeys("east").hasEntrySatisfying("east", (east) -> {
					assertThat(east.state()).isEqualTo("IN");
					assertThat(east.reason()).isNull();
					assertThat(east.weight()).isEqualTo(3);
					assertThat(east.lag()).isBetween(0.0, 5.0);
					assertThat(east.replayed()).matches("[0-9A-F]+/[0-9A-F]+");
				});
			});
	}

	@Test
	void theDataSourceIsRoutedAndTheOnlyOne() {
		this.replicated.run((context) -> {
			assertThat(context.getBean(DataSource.class)).isInstanceOf(RoutedDataSource.class);
			assertThat(context.getBean(Databases.class).get("default").replicas()).isSameAs(replicas(context));
			assertThat(context.getBean(DataSource.class).unwrap(HikariDataSource.class)).isNotNull();
		});
	}

	@Test
	void thePoolOfAReplicaLetsNobodyWait() {
		this.replicated
			.withPropertyValues("spring.datasource.hikari.maximum-pool-size=7",
					"orm.databases.default.replicas.east.hikari.maximum-pool-size=3")
			.run((context) -> assertThat(context.getBean(WatchedReplicas.class).pools()).singleElement()
				.satisfies((pool) -> {
					assertThat(pool.getPoolName()).isEqualTo("default.east");
					assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
					assertThat(pool.getConnectionTimeout()).isEqualTo(250);
					assertThat(pool.isReadOnly()).isTrue();
					assertThat(pool.getDataSourceProperties()).containsEntry("socketTimeout", 60);
				}));
	}

	@Test
	void theKeysSayHowReplicasAreUsed() {
		this.replicated
			.withPropertyValues("orm.databases.default.freshness=request", "orm.databases.default.max-lag=2s",
					"orm.databases.default.reads=transaction")
			.run((context) -> {
				assertThat(replicas(context).settings().freshness()).isEqualTo(Freshness.REQUEST);
				assertThat(replicas(context).settings().maxLag()).isEqualTo(Duration.ofSeconds(2));
				assertThat(replicas(context).settings().patience()).isEqualTo(Duration.ofMillis(50));
			});
		this.replicated.withPropertyValues("orm.databases.default.wait=10ms")
			.run((context) -> assertThat(replicas(context).settings().patience()).isEqualTo(Duration.ofMillis(10)));
	}

	@Test
	void metersSayWhereReadsGo() {
		this.replicated.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			awaitIn(context);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			context.getBean(ReplicaMeters.class).bindTo(registry);
			TransactionTemplate readOnly = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
			readOnly.setReadOnly(true);
			readOnly.execute((status) -> port(context));
			assertThat(registry.get("orm.reads")
				.tags("orm.database", "default", "target", "replica", "reason", "fresh")
				.functionCounter()
				.count()).isEqualTo(1);
			assertThat(registry.get("orm.replica.state").tags("replica", "east").gauge().value()).isEqualTo(1);
			assertThat(registry.get("orm.replica.lag").tags("replica", "east").gauge().value()).isLessThan(5);
		});
	}

	@Test
	void thePoolsOfReplicasHaveMetersAsThatOfThePrimary() {
		this.replicated
			.withConfiguration(
					AutoConfigurations.of(MetricsAutoConfiguration.class, DataSourcePoolMetricsAutoConfiguration.class))
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> {
				awaitIn(context);
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(port(context)).isPositive();
				assertThat(registry.get("hikaricp.connections.max").tag("pool", "default.east").gauge().value())
					.isEqualTo(10);
				assertThat(registry.get("hikaricp.connections.max").gauges()).hasSize(2);
				assertThat(registry.get("jdbc.connections.max").tag("name", "dataSource").gauge().value())
					.isEqualTo(10);
			});
	}

	@Test
	void healthShowsTheServers() {
		this.replicated.run((context) -> {
			awaitIn(context);
			Health health = context.getBean(HealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails().toString()).contains("east={state=IN, lag=");
		});
	}

	@Test
	void healthIsDownOnceWhatIsWrittenToIsAStandby() {
		this.replicated.run((context) -> {
			// nobody asks the primary again
			context.getBean(WatchedReplicas.class).stop();
			replicas(context).demoted();
			Health health = context.getBean(HealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails().toString()).contains("primary=DEMOTED", "lag=unknown");
		});
	}

	@Test
	void aReplicaThatDoesNotAnswerIsNoOutageUnlessItIsRequired() {
		ApplicationContextRunner lost = this.application
			.withPropertyValues(EAST + "jdbc:postgresql://localhost:1/postgres");
		lost.run((context) -> {
			Health health = context.getBean(HealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails().toString()).contains("east={state=OUT, lag=unknown");
			assertThat(context.getBean(ReplicaDescriptors.class).of("default").replicas().get("east").lag()).isNull();
			assertThat(port(context)).isPositive();
		});
		lost.withPropertyValues("orm.health.replicas=required")
			.run((context) -> assertThat(context.getBean(HealthIndicator.class).health().getStatus())
				.isEqualTo(Status.DOWN));
	}

	@Test
	void aTokenTellsWhatAUnitOfWorkWrote() {
		this.replicated.run((context) -> {
			ConsistencyTokens tokens = context.getBean(ConsistencyTokens.class);
			UnitOfWork.run(() -> {
				assertThat(tokens.current()).isEmpty();
				client(context).sql("CREATE TABLE IF NOT EXISTS noted (id int)").update();
				assertThat(tokens.current()).get().asString().matches("default=1-[0-9A-F]+");
			});
		});
	}

	@Test
	void theStandbyIsWatchedOnlyWhileTheApplicationRuns() {
		this.replicated.run((context) -> {
			awaitIn(context);
			context.getBean(WatchedReplicas.class).stop();
			assertThat(replicas(context).cluster().replicas().get(0).condition()).isEqualTo(Condition.OUT);
			context.getBean(WatchedReplicas.class).start();
			awaitIn(context);
		});
	}

	@Test
	void theStartTellsOfAPrimaryWhoseSuccessorNobodyWouldFind() {
		ApplicationContextRunner told = this.replicated.withBean(StartFindings.class);
		told.run((context) -> assertThat(context.getBean(StartFindings.class).all()).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.id()).isEqualTo("primary-url");
				assertThat(finding.place()).isEqualTo("default");
				assertThat(finding.message()).contains("targetServerType=primary");
			}));
		told.withPropertyValues("spring.datasource.url=" + ReplicatedPostgres.primary() + "&targetServerType=primary")
			.run((context) -> assertThat(context.getBean(StartFindings.class).all()).isEmpty());
	}

	@Test
	void aPrimaryIsNoReplica() {
		this.application.withPropertyValues(EAST + ReplicatedPostgres.primary())
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(DatabaseConfigurationException.class)
				.rootCause()
				.hasMessageContaining("has the URL of its primary"));
		this.application.withPropertyValues(EAST + ReplicatedPostgres.primary() + "&ApplicationName=other")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'east' cannot be a replica of the database 'default': it is no standby"));
	}

	@Test
	void aBeanTellsWhereAReplicaIs() {
		this.application
			.withPropertyValues("orm.databases.default.replicas.east.weight=2", "spring.application.name=shop")
			.withBean(DatabaseConnectionDetails.class, EastContainer::new)
			.run((context) -> {
				awaitIn(context);
				assertThat(context.getBean(WatchedReplicas.class).pools()).singleElement().satisfies((pool) -> {
					assertThat(pool.getJdbcUrl()).isEqualTo(ReplicatedPostgres.standby());
					assertThat(pool.getDataSourceProperties()).containsEntry("ApplicationName", "shop");
				});
			});
	}

	@Test
	void aReplicaWithoutAUrlIsExplained() {
		this.application.withPropertyValues("orm.databases.default.replicas.east.weight=2")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("Nothing says how to connect to a replica of the database 'default'"));
	}

	private static Replicas replicas(ApplicationContext context) {
		return context.getBean(WatchedReplicas.class).all().get(0);
	}

	private static void awaitIn(ApplicationContext context) throws InterruptedException {
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (replicas(context).cluster().replicas().get(0).condition() != Condition.IN && System.nanoTime() < end) {
			Thread.sleep(5);
		}
		assertThat(replicas(context).cluster().replicas().get(0).condition()).isEqualTo(Condition.IN);
	}

	private static JdbcClient client(ApplicationContext context) {
		return context.getBean(JdbcClient.class);
	}

	private static int port(ApplicationContext context) {
		return client(context).sql("SELECT inet_server_port()").query(Integer.class).single();
	}

	/** Tells of a server as a container would. */
	static final class EastContainer implements DatabaseConnectionDetails {

		@Override
		public String alias() {
			return "default";
		}

		@Override
		public Server primary() {
			return new Server(ReplicatedPostgres.primary(), null, null);
		}

		@Override
		public Map<String, Server> replicas() {
			return Map.of("east", new Server(ReplicatedPostgres.standby(), null, null));
		}

	}

}
