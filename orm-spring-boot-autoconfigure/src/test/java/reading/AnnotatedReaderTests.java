package reading;

import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmMetricsAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.observe.AllowRepeatedQueries;
import dev.orm.observe.QueryMeters;
import dev.orm.observe.RepeatedQueriesException;
import dev.orm.transaction.annotation.Atomic;
import dev.orm.work.UnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What methods of an application say of their queries by annotations. */
class AnnotatedReaderTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
				OrmMetricsAutoConfiguration.class, OrmAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withPropertyValues(TestPostgres.properties())
		.withPropertyValues("orm.repeated.mode=fail", "orm.repeated.threshold=3");

	@Test
	void queriesOfAMethodMayRepeatThemselvesWhereItSaysSo() {
		this.runner.withBean(Reader.class).run((context) -> {
			Reader reader = context.getBean(Reader.class);
			UnitOfWork.run(reader::readAllowed);
			assertThatExceptionOfType(RepeatedQueriesException.class)
				.isThrownBy(() -> UnitOfWork.run(reader::readAgainAndAgain));
		});
	}

	@Test
	void thoseOfAllPublicMethodsMayWhereTheClassSaysSo() {
		this.runner.withBean(ReaderOfRows.class).run((context) -> {
			ReaderOfRows reader = context.getBean(ReaderOfRows.class);
			UnitOfWork.run(reader::readAgainAndAgain);
		});
	}

	@Test
	void statementsOfAnAtomicMethodHaveItsName() {
		this.runner.withBean(Reader.class).run((context) -> {
			context.getBean(Reader.class).writeNamed();
			assertThat(context.getBean(MeterRegistry.class)
				.get(QueryMeters.DURATION)
				.tags("orm.query", "authors.write", "db.operation.name", "INSERT")
				.timer()
				.count()).isOne();
		});
	}

	static class Reader {

		private final Manager<Author> authors;

		Reader(Orm orm) {
			this.authors = orm.manager(Author.class);
		}

		@AllowRepeatedQueries
		public void readAllowed() {
			readAgainAndAgain();
		}

		public void readAgainAndAgain() {
			for (int i = 0; i < 5; i++) {
				this.authors.filter("name", "Hergé").count();
			}
		}

		@Atomic(name = "authors.write")
		public void writeNamed() {
			this.authors.create(Map.of("name", "Franquin"));
		}

	}

	@AllowRepeatedQueries
	static class ReaderOfRows {

		private final Manager<Author> authors;

		ReaderOfRows(Orm orm) {
			this.authors = orm.manager(Author.class);
		}

		public void readAgainAndAgain() {
			for (int i = 0; i < 5; i++) {
				this.authors.filter("name", "Hergé").count();
			}
		}

	}

}
