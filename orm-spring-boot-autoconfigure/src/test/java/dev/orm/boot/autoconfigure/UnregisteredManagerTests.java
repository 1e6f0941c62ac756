package dev.orm.boot.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;

import dev.orm.AbstractManager;
import dev.orm.boot.autoconfigure.library.Book;
import dev.orm.boot.autoconfigure.library.BookManager;
import dev.orm.boot.autoconfigure.library.BookQuerySet;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/** A manager class that was written, and is no bean. */
class UnregisteredManagerTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
				OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	@Test
	void oneWithoutAnAnnotationSaysSo() {
		FailureAnalysis analysis = fails(WantsBooks.class);
		assertThat(analysis.getDescription()).contains("WantsBooks")
			.endsWith("requires " + BookManager.class.getName() + ", a manager that is no bean: it is not annotated.");
		assertThat(analysis.getAction()).isEqualTo("Annotate it with @Component.");
	}

	@Test
	void oneOutsideOfWhatIsScannedSaysWhatIs() {
		FailureAnalysis analysis = fails(WantsShelves.class);
		assertThat(analysis.getDescription())
			.contains("its package, dev.orm.boot.autoconfigure, is not below that of the @SpringBootApplication class");
		assertThat(analysis.getAction()).contains("scanBasePackages");
	}

	private FailureAnalysis fails(Class<?> wanting) {
		AtomicReference<FailureAnalysis> analysis = new AtomicReference<>();
		this.application.withUserConfiguration(wanting)
			.run((context) -> analysis.set(FailureAnalyses.of(context.getStartupFailure())));
		return analysis.get();
	}

	@Configuration(proxyBeanMethods = false)
	static class WantsBooks {

		WantsBooks(BookManager books) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WantsShelves {

		WantsShelves(ShelfManager shelves) {
		}

	}

	@Component
	static class ShelfManager extends AbstractManager<Book, BookQuerySet> {

	}

}
