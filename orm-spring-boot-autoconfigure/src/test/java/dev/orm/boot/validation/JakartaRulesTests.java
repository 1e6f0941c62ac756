package dev.orm.boot.validation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.boot.autoconfigure.library.AuthorPath;
import dev.orm.boot.autoconfigure.library.Letter;
import dev.orm.boot.autoconfigure.library.LetterPath;
import dev.orm.boot.autoconfigure.library.Parcel;
import dev.orm.model.ForeignKey;
import dev.orm.observe.QueryLog;
import dev.orm.persist.SaveOptions;
import dev.orm.validate.InvalidInstanceException;
import dev.orm.validate.ValidationErrors;
import dev.orm.validate.ValidationOptions;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Jakarta's annotations on fields of models, and texts of the application. */
class JakartaRulesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				FlywayAutoConfiguration.class, ValidationAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
				OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	private void run(Check check) {
		this.runner.run((context) -> check.check(context.getBean(Orm.class)));
	}

	@Test
	void aViolatedAnnotationIsAnErrorOfItsField() {
		run((orm) -> {
			Manager<Author> authors = orm.manager(Author.class);
			ValidationErrors errors = authors.validate(Author.of("Ursula", "no address"));
			assertThat(errors.codes()).containsExactly("Email");
			assertThat(errors.byField()).containsOnlyKeys("email");
			assertThat(authors.validate(Author.of("Ursula", "no address"), (how) -> how.only(AuthorPath.AUTHOR.name))
				.isEmpty()).isTrue();
			assertThat(authors.validate(Author.of("Ursula", "u@example.org")).isEmpty()).isTrue();
		});
	}

	@Test
	void aPatternSaysItsOwnMessage() {
		run((orm) -> {
			ValidationErrors errors = orm.manager(Author.class).validate(Author.of("<b>Ursula</b>", null));
			assertThat(errors.codes()).containsExactly("Pattern");
			assertThat(errors.byField()).isEqualTo(Map.of("name", List.of("No brackets, please")));
		});
	}

	@Test
	void aComponentOfARecordGoesByItsPath() {
		run((orm) -> {
			Parcel parcel = Parcel.of("1", null);
			parcel.setShelf(new Parcel.Shelf(" ", new Parcel.Size(-1, 2)));
			ValidationErrors errors = orm.manager(Parcel.class).validate(parcel, ValidationOptions::withoutDatabase);
			assertThat(errors.byField()).containsKeys("shelf__room", "shelf__free__width");
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

	@Test
	void aRuleOnAHandleLooksAtItsKey() {
		run((orm) -> {
			Manager<Letter> letters = orm.manager(Letter.class);
			Letter letter = new Letter();
			assertThat(letters.validate(letter, ValidationOptions::withoutDatabase).byField()).containsOnlyKeys("from");
			letter.setFrom(ForeignKey.ofId(1L));
			assertThat(letters.validate(letter, ValidationOptions::withoutDatabase).isEmpty()).isTrue();
		});
	}

	@Test
	void aRuleOnAnAccessorFetchesNothing() {
		run((orm) -> {
			Manager<Author> authors = orm.manager(Author.class);
			Manager<Letter> letters = orm.manager(Letter.class);
			Letter stored = letters.save(Letter.of(ForeignKey.to(authors.save(Author.of("Ursula", null))), "post"));
			Letter letter = letters.get(stored.getId());
			Letter part = letters.defer(LetterPath.LETTER.text).get(stored.getId());
			QueryLog log = QueryLog.capture(() -> {
				assertThat(letters.validate(letter, ValidationOptions::withoutDatabase).isEmpty()).isTrue();
				assertThat(letters.validate(part, ValidationOptions::withoutDatabase).isEmpty()).isTrue();
			});
			assertThat(log.statements()).isEmpty();
			letter.getFrom();
			assertThat(letters.validate(letter, ValidationOptions::withoutDatabase).byField()).containsOnlyKeys("from");
		});
	}

	@Test
	void newAndStoredInstancesHaveRulesOfTheirOwn() {
		run((orm) -> {
			Manager<Letter> letters = orm.manager(Letter.class);
			Author author = orm.manager(Author.class).save(Author.of("Ursula", "u@example.org"));
			Letter letter = Letter.of(ForeignKey.ofId(author.getId()), "used");
			assertThat(letters.validate(letter).codes()).containsExactly("Null");
			letter.setStamp(null);
			letters.save(letter);
			assertThat(letters.validate(letter).codes()).containsExactly("NotNull");
			assertThat(letters.validate(letter, (how) -> how.groups(Letter.Sealed.class)).codes())
				.containsExactly("NotBlank");
		});
	}

	@Test
	void eachSaveValidatesIfTheApplicationSaysSo() {
		this.runner.withPropertyValues("orm.validation.on-save=true").run((context) -> {
			Manager<Author> authors = context.getBean(Orm.class).manager(Author.class);
			Author author = Author.of("Ursula", "no address");
			assertThatExceptionOfType(InvalidInstanceException.class).isThrownBy(() -> authors.save(author))
				.satisfies((ex) -> assertThat(ex.errors().codes()).containsExactly("Email"));
			assertThat(authors.save(author, SaveOptions::withoutValidation).getId()).isNotNull();
		});
	}

	/** Looks at an application. */
	private interface Check {

		void check(Orm orm);

	}

}
