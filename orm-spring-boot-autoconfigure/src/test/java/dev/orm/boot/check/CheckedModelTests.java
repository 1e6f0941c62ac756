package dev.orm.boot.check;

import java.util.stream.Stream;

import dev.orm.Orm;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.check.ModelCheck;
import dev.orm.check.Problem;
import dev.orm.AbstractManager;
import dev.orm.QuerySet;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** Models are checked when an application starts. */
class CheckedModelTests {

	private static final ModelCheck ODD = (models) -> Stream
		.of(Problem.warning("library-odd", "Author", "Author is odd.", "let it be"));

	private static final ModelCheck WRONG = (models) -> Stream
		.of(Problem.error("library-wrong", "Author.name", "Author has no name.", "give it one"));

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	@Test
	void aWarningIsLoggedAndKeptForTheEndpoint() {
		this.runner.withBean("odd", ModelCheck.class, () -> ODD)
			.run((context) -> assertThat(context.getBean(StartFindings.class).all()).contains(new StartFindings.Finding(
					"library-odd", "warning", "Author", "Author is odd.\n  hint: let it be (library-odd)")));
	}

	@Test
	void anErrorEndsTheStart() {
		this.runner.withBean("wrong", ModelCheck.class, () -> WRONG).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new ModelProblemsFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).isEqualTo(
					"Models cannot work as they are written:\n\nAuthor has no name.\n  hint: give it one (library-wrong)");
			assertThat(analysis.getAction()).contains("orm.checks.silence");
		});
	}

	@Test
	void whatIsSilencedIsNotSaid() {
		this.runner.withBean("wrong", ModelCheck.class, () -> WRONG)
			.withPropertyValues("orm.checks.silence=library-wrong,manager-default")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void nothingIsLookedForIfTheApplicationDoesNotWantIt() {
		this.runner.withBean("wrong", ModelCheck.class, () -> WRONG)
			.withPropertyValues("orm.checks.mode=off")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void onlyErrorsMayBeLookedFor() {
		this.runner.withBean("odd", ModelCheck.class, () -> ODD)
			.withPropertyValues("orm.checks.mode=errors")
			.run((context) -> assertThat(context.getBean(StartFindings.class).all())
				.extracting(StartFindings.Finding::id)
				.doesNotContain("library-odd"));
	}

	@Test
	void theDatabaseIsLookedAtIfTheApplicationWantsIt() {
		ApplicationContextRunner empty = this.runner
			.withPropertyValues("spring.datasource.url=" + TestPostgres.url("unmigrated"));
		empty.run((context) -> assertThat(context).hasNotFailed());
		empty.withPropertyValues("orm.checks.database=true")
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("The table 'library_author' of Author is not there.")
				.hasMessageContaining("(db-column)"));
	}

	@Test
	void aDatabaseThatDoesNotAnswerIsAWarning() {
		this.runner
			.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost:1/none",
					"spring.datasource.hikari.connection-timeout=250", "orm.checks.database=true")
			.run((context) -> assertThat(context.getBean(StartFindings.class).all())
				.extracting(StartFindings.Finding::id)
				.contains("database-unchecked"));
	}

	@Test
	void severalManagersWithoutADefaultAreAWarning() {
		this.runner.withBean(OldAuthors.class)
			.withBean(NewAuthors.class)
			.run((context) -> assertThat(context.getBean(Orm.class).check()).extracting(Problem::message)
				.contains("Author has the managers [NewAuthors, OldAuthors], and none is its default: relations start"
						+ " from all of its rows."));
	}

	/** A manager. */
	static class OldAuthors extends AbstractManager<Author, QuerySet<Author>> {

	}

	/** Another. */
	static class NewAuthors extends AbstractManager<Author, QuerySet<Author>> {

	}

}
