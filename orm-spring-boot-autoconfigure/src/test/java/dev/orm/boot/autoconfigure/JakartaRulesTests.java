package dev.orm.boot.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.boot.autoconfigure.library.AuthorPath;
import dev.orm.validate.ValidationErrors;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Jakarta's annotations on fields of models, and texts of the application. */
class JakartaRulesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				FlywayAutoConfiguration.class, ValidationAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
				OrmTypesAutoConfiguration.class, OrmWritingAutoConfiguration.class, OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	@Test
	void aViolatedAnnotationIsAnErrorOfItsField() {
		this.runner.run((context) -> {
			Manager<Author> authors = context.getBean(Orm.class).manager(Author.class);
			ValidationErrors errors = authors.validate(Author.of("Ursula", "no address"));
			assertThat(errors.codes()).containsExactly("Email");
			assertThat(errors.byField()).containsOnlyKeys("email");
			assertThat(authors.validate(Author.of("Ursula", "no address"), (how) -> how.only(AuthorPath.AUTHOR.name))
				.isEmpty()).isTrue();
			assertThat(authors.validate(Author.of("Ursula", "u@example.org")).isEmpty()).isTrue();
		});
	}

	@Test
	void textsComeFromTheMessagesOfTheApplication() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("author.name.null", Locale.getDefault(), "Wie heisst er?");
		this.runner.withBean("messageSource", MessageSource.class, () -> messages).run((context) -> {
			Manager<Author> authors = context.getBean(Orm.class).manager(Author.class);
			assertThat(authors.validate(Author.of(null, null)).byField())
				.isEqualTo(Map.of("name", List.of("Wie heisst er?")));
		});
	}

}
