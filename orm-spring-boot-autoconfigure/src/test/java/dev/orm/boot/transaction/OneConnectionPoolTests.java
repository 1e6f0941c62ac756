package dev.orm.boot.transaction;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.orm.Orm;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.boot.replicas.OrmReplicaAutoConfiguration;
import dev.orm.boot.replicas.ReplicatedPostgres;
import dev.orm.transaction.Atomic;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A thread does not wait for a connection that it holds itself. */
class OneConnectionPoolTests {

	private final ApplicationContextRunner nowhere = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				JdbcClientAutoConfiguration.class, TransactionManagerCustomizationAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				OrmDataSourceAutoConfiguration.class, OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class));

	private final ApplicationContextRunner two = this.nowhere.withPropertyValues(TestPostgres.properties());

	private final ApplicationContextRunner one = this.two
		.withPropertyValues("spring.datasource.hikari.maximum-pool-size=1");

	@Test
	void aSecondTransactionBesideTheFirstIsRefusedAtOnce() {
		this.one.run((context) -> {
			long start = System.nanoTime();
			begin(context).executeWithoutResult((outer) -> {
				assertThatExceptionOfType(CannotCreateTransactionException.class)
					.isThrownBy(() -> beginNew(context).executeWithoutResult((inner) -> {
					}))
					.withMessageContaining("needs a second connection, and its pool has one")
					.withMessageContaining("maximum-pool-size");
				assertThat(ask(context)).isOne();
			});
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
			assertThat(beginNew(context).<Integer>execute((alone) -> ask(context))).isOne();
		});
	}

	@Test
	void oneThatFetchesItsConnectionLateIsRefusedAtItsFirstStatement() {
		this.one.withPropertyValues("spring.datasource.connection-fetch=lazy")
			.run(OneConnectionPoolTests::assertRefusesSecondStatement);
		this.nowhere
			.withPropertyValues("orm.databases.default.url=" + TestPostgres.url("one_lazy_connection"),
					"orm.databases.default.lazy=true", "orm.databases.default.hikari.maximum-pool-size=1")
			.run(OneConnectionPoolTests::assertRefusesSecondStatement);
	}

	@Test
	void soIsOneBesideReplicas() {
		this.one.withConfiguration(AutoConfigurations.of(OrmReplicaAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + ReplicatedPostgres.primary(),
					"orm.databases.default.replicas.east.url=" + ReplicatedPostgres.standby())
			.run(OneConnectionPoolTests::assertRefusesSecondStatement);
	}

	@Test
	void besideReplicasThatAreOutAReadOnlyTransactionIsRefusedAsWell() {
		oneBesideALostReplica().run((context) -> {
			TransactionTemplate readOnly = beginNew(context);
			readOnly.setReadOnly(true);
			begin(context).executeWithoutResult((outer) -> {
				assertThat(ask(context)).isOne();
				assertRefused(() -> readOnly.executeWithoutResult((inner) -> ask(context)));
				assertThat(ask(context)).isOne();
			});
			assertThat(readOnly.<Integer>execute((alone) -> ask(context))).isOne();
		});
	}

	@Test
	void soIsAStatementBesideASuspendedTransaction() {
		oneBesideALostReplica().run((context) -> {
			Orm orm = context.getBean(Orm.class);
			TransactionTemplate without = begin(context);
			without.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
			begin(context).executeWithoutResult((outer) -> {
				assertThat(ask(context)).isOne();
				assertRefused(() -> without.executeWithoutResult((inner) -> ask(context)));
				assertRefused(() -> without.executeWithoutResult((inner) -> orm.sql("SELECT 1").rows()));
				assertRefused(
						() -> without.executeWithoutResult((inner) -> orm.sql("CREATE TABLE never (id int)").update()));
				assertThat(ask(context)).isOne();
			});
			assertThat(orm.sql("SELECT 1").rows()).hasSize(1);
		});
	}

	@Test
	void whatAnotherThreadHasIsWaitedFor() {
		oneBesideALostReplica().run((context) -> {
			CompletableFuture<Integer> other = new CompletableFuture<>();
			begin(context).executeWithoutResult((outer) -> {
				assertThat(ask(context)).isOne();
				other.completeAsync(() -> ask(context));
				assertThat(other).isNotDone();
			});
			assertThat(other).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(1);
			assertThat(ask(context)).isOne();
		});
	}

	private ApplicationContextRunner oneBesideALostReplica() {
		return this.one.withConfiguration(AutoConfigurations.of(OrmReplicaAutoConfiguration.class))
			.withPropertyValues("orm.databases.default.replicas.east.url=jdbc:postgresql://localhost:1/postgres");
	}

	private static void assertRefused(Runnable work) {
		long start = System.nanoTime();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(work::run)
			.havingRootCause()
			.withMessageContaining("needs a second connection, and its pool has one");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
	}

	private static void assertRefusesSecondStatement(ApplicationContext context) {
		long start = System.nanoTime();
		begin(context).executeWithoutResult((outer) -> {
			beginNew(context).executeWithoutResult((before) -> assertThat(ask(context)).isOne());
			assertThat(ask(context)).isOne();
			beginNew(context).executeWithoutResult((unused) -> {
			});
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> beginNew(context).executeWithoutResult((inner) -> ask(context)))
				.havingRootCause()
				.withMessageContaining("needs a second connection, and its pool has one");
			assertThat(ask(context)).isOne();
		});
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		assertThat(beginNew(context).<Integer>execute((alone) -> ask(context))).isOne();
	}

	@Test
	void transactionsOneAfterAnotherAreNotRefusedHoweverTheyEnd() {
		this.one.run((context) -> {
			for (int i = 0; i < 3; i++) {
				assertThatIllegalStateException().isThrownBy(() -> begin(context).executeWithoutResult((status) -> {
					throw new IllegalStateException("rolls back");
				}));
				assertThat(begin(context).<Integer>execute((status) -> ask(context))).isOne();
			}
		});
	}

	@Test
	void blocksInsideAndOtherDatabasesAreNotRefused() {
		this.one
			.withPropertyValues("orm.databases.archive.url=" + TestPostgres.url("one_connection"),
					"orm.databases.archive.hikari.maximum-pool-size=1")
			.run((context) -> {
				Atomic atomic = context.getBean(Atomic.class);
				int answered = atomic.<Integer>call(
						() -> atomic.<Integer>call(() -> atomic.using("archive").<Integer>call(() -> ask(context))));
				assertThat(answered).isOne();
			});
	}

	@Test
	void theStartTellsOfSuchAPool() {
		this.one.run((context) -> assertThat(context.getBean(StartFindings.class).all())
			.extracting(StartFindings.Finding::id)
			.contains("pool-of-one"));
		this.two.run((context) -> {
			assertThat(context.getBean(StartFindings.class).all()).isEmpty();
			begin(context).executeWithoutResult(
					(outer) -> beginNew(context).executeWithoutResult((inner) -> assertThat(ask(context)).isOne()));
		});
	}

	private static int ask(ApplicationContext context) {
		return context.getBean(JdbcClient.class).sql("SELECT 1").query(Integer.class).single();
	}

	private static TransactionTemplate begin(ApplicationContext context) {
		return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
	}

	private static TransactionTemplate beginNew(ApplicationContext context) {
		TransactionTemplate template = begin(context);
		template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return template;
	}

}
