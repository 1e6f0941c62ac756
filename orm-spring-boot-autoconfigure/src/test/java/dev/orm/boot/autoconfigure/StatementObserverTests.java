package dev.orm.boot.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.automatic.CurrentUser;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.observe.QueryMeters;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.SlowStatements;
import dev.orm.observe.SqlLog;
import dev.orm.observe.TransactionMeters;
import dev.orm.transaction.Atomic;
import dev.orm.transaction.Retry;
import dev.orm.work.UnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(OutputCaptureExtension.class)
class StatementObserverTests {

	private static final String SECRET = "4711-secret-0815";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
				TransactionManagerCustomizationAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
				OrmMetricsAutoConfiguration.class, OrmAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withPropertyValues(TestPostgres.properties());

	@Test
	void slowStatementsAreLoggedWithoutValuesAndCounted(CapturedOutput output) {
		this.runner.withPropertyValues("orm.slow-query.threshold=1ns").run((context) -> {
			context.getBean(Orm.class).manager(Author.class).filter("name", SECRET).count();
			assertThat(output).contains("dev.orm.sql.slow").contains("[varchar(16)]").doesNotContain(SECRET);
			assertThat(context.getBean(MeterRegistry.class).get(QueryMeters.SLOW).functionCounter().count())
				.isPositive();
		});
	}

	@Test
	void aListenerOfTheApplicationTellsWhoAskedForWhat(CapturedOutput output) {
		this.runner.withBean(CurrentUser.class, () -> () -> Optional.of("ann"))
			.withBean(AccessLog.class)
			.run((context) -> {
				context.getBean(Orm.class).manager(Author.class).filter("name", SECRET).count();
				assertThat(output).contains("ann SELECT library_author on default, 1 rows").doesNotContain(SECRET);
			});
	}

	@Test
	void statementsAreLoggedByModel(CapturedOutput output) {
		this.runner.withPropertyValues("logging.level.dev.orm.sql.Author=debug").run((context) -> {
			((Logger) LoggerFactory.getLogger("dev.orm.sql.Author")).setLevel(Level.DEBUG);
			context.getBean(Orm.class).manager(Author.class).filter("name", SECRET).count();
			assertThat(output).contains("dev.orm.sql.Author").contains("library_author").doesNotContain(SECRET);
		});
	}

	@Test
	void valuesOfSensitiveFieldsAreNeverLogged(CapturedOutput output) {
		Logger logger = (Logger) LoggerFactory.getLogger("dev.orm.sql.Author");
		logger.setLevel(Level.TRACE);
		this.runner.withPropertyValues("orm.log.values=true").run((context) -> {
			Manager<Author> authors = context.getBean(Orm.class).manager(Author.class);
			authors.create(Map.of("name", SECRET, "email", "a@secret.example.org"));
			authors.filter("email__icontains", "@secret").count();
			authors.filter("email__in", List.of("b@secret.example.org")).update(Map.of("name", SECRET));
			assertThat(output).contains("dev.orm.sql.Author").doesNotContain("secret");
			authors.filter("name", "shown").count();
			assertThat(output).contains("[shown]");
		});
		logger.setLevel(null);
	}

	@Test
	void repeatedQueriesAreLoggedUnlessOff(CapturedOutput output) {
		this.runner.run((context) -> assertThat(context).hasSingleBean(RepeatedQueries.class)
			.hasSingleBean(SlowStatements.class)
			.hasSingleBean(SqlLog.class));
		this.runner.withPropertyValues("orm.repeated.mode=fail", "orm.repeated.threshold=3").run((context) -> {
			Orm orm = context.getBean(Orm.class);
			// a place in dev.orm is no application's: nothing is found here
			UnitOfWork.run(() -> {
				for (int i = 0; i < 5; i++) {
					orm.manager(Author.class).filter("name", SECRET).count();
				}
			});
			assertThat(context.getBean(RepeatedQueries.class).findings()).isEmpty();
		});
	}

	@Test
	void transactionsAreTimedByOutcomeWhoeverBeginsThem() {
		this.runner.run((context) -> {
			Atomic atomic = context.getBean(Atomic.class);
			atomic.run(() -> atomic.run(() -> assertThat(atomic.inAtomicBlock()).isTrue()));
			assertThatIllegalStateException().isThrownBy(() -> atomic.readOnly().run(() -> {
				throw new IllegalStateException("oops");
			}));
			new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
				.executeWithoutResult((status) -> status.setRollbackOnly());

			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get(TransactionMeters.TRANSACTIONS)
				.tags("orm.database", "default", "outcome", "commit", "read_only", "false")
				.timer()
				.count()).isOne();
			assertThat(registry.get(TransactionMeters.TRANSACTIONS)
				.tags("outcome", "rollback", "read_only", "true")
				.timer()
				.count()).isOne();
			assertThat(registry.get(TransactionMeters.TRANSACTIONS)
				.tags("outcome", "rollback", "read_only", "false")
				.timer()
				.count()).isOne();
		});
	}

	@Test
	void repeatedBlocksAreCounted() {
		this.runner.run((context) -> {
			int[] runs = new int[1];
			context.getBean(Atomic.class).retry(Retry.times(1).on(IllegalStateException.class)).run(() -> {
				if (runs[0]++ == 0) {
					throw new IllegalStateException("oops");
				}
			});
			assertThat(context.getBean(MeterRegistry.class)
				.get(TransactionMeters.RETRIES)
				.tags("orm.database", "default", "reason", "other")
				.counter()
				.count()).isOne();
		});
	}

	@Test
	void theNamespaceIsTheNameOfTheDatabase() {
		assertThat(DatabaseNames.name("jdbc:postgresql://db1,db2:5432/shop?ssl=true", "x")).isEqualTo("shop");
		assertThat(DatabaseNames.name("jdbc:postgresql:shop", "x")).isEqualTo("shop");
		assertThat(DatabaseNames.name("jdbc:other:thing", "archive")).isEqualTo("archive");
		this.runner.run((context) -> {
			context.getBean(Orm.class).manager(Author.class).count();
			assertThat(context.getBean(MeterRegistry.class)
				.get(QueryMeters.DURATION)
				.tags("db.namespace", "postgres", "db.collection.name", "library_author")
				.timer()
				.count()).isOne();
		});
	}

}
