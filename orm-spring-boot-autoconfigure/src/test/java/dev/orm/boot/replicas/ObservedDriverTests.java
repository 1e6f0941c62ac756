package dev.orm.boot.replicas;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmMetricsAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmObservationAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.cluster.Condition;
import dev.orm.observe.QueryLog;
import dev.orm.observe.QueryMeters;
import dev.orm.observe.QueryObservations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import net.ttddyy.observation.boot.autoconfigure.DataSourceObservationAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Beside a library that wraps data sources to observe statements. */
class ObservedDriverTests {

	private final List<String> spans = new CopyOnWriteArrayList<>();

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				TransactionManagerCustomizationAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, OrmDataSourceAutoConfiguration.class,
				OrmReplicaAutoConfiguration.class, OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class,
				OrmMetricsAutoConfiguration.class, OrmObservationAutoConfiguration.class,
				DataSourceObservationAutoConfiguration.class))
		.withBean(ObservationRegistry.class, this::registry)
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withBean(Tracer.class, () -> Tracer.NOOP)
		.withPropertyValues("orm.observation.enabled=true");

	private final ApplicationContextRunner alone = this.application.withPropertyValues(TestPostgres.properties());

	private final ApplicationContextRunner replicated = this.application.withPropertyValues(
			"spring.datasource.url=" + ReplicatedPostgres.primary(),
			"orm.databases.default.replicas.east.url=" + ReplicatedPostgres.standby());

	private ObservationRegistry registry() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new Recorder());
		return registry;
	}

	@Test
	void aStatementIsOneSpan() {
		this.alone.run((context) -> {
			assertThat(context).doesNotHaveBean(QueryObservations.class).hasSingleBean(QueryMeters.class);
			context.getBean(Orm.class).sql("SELECT 1").flat(Integer.class);
			assertThat(this.spans).filteredOn("jdbc.query"::equals).hasSize(1);
			assertThat(this.spans).doesNotContain(QueryMeters.DURATION);
		});
		this.spans.clear();
		this.alone.withPropertyValues("jdbc.datasource-proxy.enabled=false").run((context) -> {
			context.getBean(Orm.class).sql("SELECT 1").flat(Integer.class);
			assertThat(this.spans).containsExactly(QueryMeters.DURATION);
		});
	}

	@Test
	void readsStillReachTheReplica() {
		this.replicated.run((context) -> {
			assertThat(context).hasNotFailed();
			awaitIn(context);
			Orm orm = context.getBean(Orm.class);
			int standby = ReplicatedPostgres.standbyPort();
			assertThat(orm.atomic().readOnly().<Integer>call(() -> port(orm))).isEqualTo(standby);
			QueryLog log = QueryLog.capture(() -> orm.atomic().readOnly().run(() -> port(orm)));
			assertThat(log.events()).singleElement().satisfies((event) -> assertThat(event.server()).isEqualTo("east"));
			this.spans.clear();
			orm.manager(Author.class).raw("SELECT 1 AS id, '' AS name, '' AS email, '' AS created_by").list();
			assertThat(this.spans).as("outside of transactions").filteredOn("jdbc.query"::equals).hasSize(1);
			assertThat(orm.atomic().<Integer>call(() -> port(orm))).isNotEqualTo(standby);
			assertThat(this.spans).contains("jdbc.query").doesNotContain(QueryMeters.DURATION);
		});
	}

	private static int port(Orm orm) {
		return orm.sql("SELECT inet_server_port()").flat(Integer.class).get(0);
	}

	private static void awaitIn(ApplicationContext context) {
		WatchedReplicas replicas = context.getBean(WatchedReplicas.class);
		long end = System.nanoTime() + 10_000_000_000L;
		while (replicas.all().get(0).cluster().replicas().get(0).condition() != Condition.IN
				&& System.nanoTime() < end) {
			Thread.onSpinWait();
		}
	}

	/** Keeps the names of what is observed. */
	private final class Recorder implements ObservationHandler<Observation.Context> {

		@Override
		public void onStop(Observation.Context context) {
			ObservedDriverTests.this.spans.add(context.getName());
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
