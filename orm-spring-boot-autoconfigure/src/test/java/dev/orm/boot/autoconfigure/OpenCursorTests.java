package dev.orm.boot.autoconfigure;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.library.Author;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** What is open when an application stops. */
@ExtendWith(OutputCaptureExtension.class)
class OpenCursorTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				FlywayAutoConfiguration.class, OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties())
		.withPropertyValues("spring.datasource.url=" + TestPostgres.url("stopping"));

	@Test
	void aStreamIsReadToItsEndBeforeTheApplicationStops(CapturedOutput output) {
		this.application.run((context) -> {
			Manager<Author> authors = fill(context.getBean(Orm.class));
			CountDownLatch begun = new CountDownLatch(1);
			CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> readSlowly(authors, begun));
			begun.await();
			assertThat(context.getBean(Orm.class).openCursors()).singleElement().asString().contains("library_author");
			context.getSourceApplicationContext().close();
			assertThat(reading).isCompletedWithValueMatching((rows) -> rows >= 20);
			assertThat(output).doesNotContain("A stream is open");
		});
	}

	@Test
	void oneThatTakesTooLongIsNamed(CapturedOutput output) {
		this.application.withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=200ms").run((context) -> {
			Stream<Author> forgotten = fill(context.getBean(Orm.class)).stream(2);
			Iterator<Author> rows = forgotten.iterator();
			assertThat(rows.next()).isNotNull();
			long start = System.nanoTime();
			context.getSourceApplicationContext().close();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(200),
					Duration.ofSeconds(15));
			assertThat(output).contains("A stream is open while the application stops").contains("library_author");
			assertThat(rows).isNotNull();
		});
	}

	@Test
	void aStopAtOnceWaitsForNothing(CapturedOutput output) {
		this.application.withPropertyValues("server.shutdown=immediate").run((context) -> {
			Stream<Author> forgotten = fill(context.getBean(Orm.class)).stream(2);
			assertThat(forgotten.iterator().next()).isNotNull();
			context.getBean(OpenCursors.class).stop();
			assertThat(output).contains("A stream is open while the application stops");
			forgotten.close();
			assertThat(context.getBean(Orm.class).openCursors()).isEmpty();
		});
	}

	private static Manager<Author> fill(Orm orm) {
		Manager<Author> authors = orm.manager(Author.class);
		for (int i = 0; i < 20; i++) {
			authors.create(Map.of("name", "Author " + i));
		}
		return authors;
	}

	private static int readSlowly(Manager<Author> authors, CountDownLatch begun) {
		int count = 0;
		try (Stream<Author> rows = authors.stream(2)) {
			for (Iterator<Author> all = rows.iterator(); all.hasNext(); count++) {
				all.next();
				begun.countDown();
				Thread.sleep(20);
			}
			return count;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
