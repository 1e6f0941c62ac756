package dev.orm.boot.web;

import java.util.function.Consumer;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.boot.autoconfigure.library.Letter;
import dev.orm.error.DatabaseConnectionException;
import dev.orm.model.ForeignKey;
import dev.orm.persist.SaveOptions;
import dev.orm.session.CrossTenantException;
import dev.orm.session.NoTenantException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import static org.assertj.core.api.Assertions.assertThat;

/** What escapes from controllers is answered as a problem. */
class OrmProblemTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				FlywayAutoConfiguration.class, ValidationAutoConfiguration.class, JacksonAutoConfiguration.class,
				OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class, OrmWebAutoConfiguration.class,
				HttpMessageConvertersAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
				WebMvcAutoConfiguration.class))
		.withBean(Library.class)
		.withPropertyValues(TestPostgres.properties());

	private void run(Consumer<MockMvcTester> work) {
		run(this.runner, work);
	}

	private static void run(WebApplicationContextRunner runner, Consumer<MockMvcTester> work) {
		runner.run((context) -> work.accept(MockMvcTester
			.create(MockMvcBuilders.webAppContextSetup(context.getSourceApplicationContext()).build())));
	}

	private static void assertProblem(MvcTestResult answer, int status, String... parts) {
		assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith("application/problem+json");
		assertThat(answer).bodyText().contains(parts).doesNotContain("Ursula", "no address");
	}

	@Test
	void whatIsNotThereIsNotFound() {
		run((client) -> assertProblem(client.get().uri("/missing").exchange(), 404, "\"model\":\"Author\""));
	}

	@Test
	void whatIsNotValidIsABadRequestWithErrorsByField() {
		run((client) -> assertProblem(client.get().uri("/invalid").exchange(), 400, "\"model\":\"Author\"",
				"\"errors\":{\"email\":[{\"code\":\"Email\",\"message\":\"must be a well-formed email address\"}]}"));
	}

	@Test
	void whatIsTakenIsAConflictAtItsField() {
		run((client) -> {
			assertThat(client.get().uri("/taken")).hasStatus(409);
			assertProblem(client.get().uri("/taken").exchange(), 409,
					"\"errors\":{\"stamp\":[{\"code\":\"unique\",\"message\":\"Letter with this Stamp already exists.\"}]}");
		});
	}

	@Test
	void whatIsInUseIsAConflict() {
		run((client) -> assertProblem(client.get().uri("/used").exchange(), 409, "\"models\":[\"Letter\"]"));
	}

	@Test
	void whatChangedMeanwhileIsAConflict() {
		run((client) -> assertProblem(client.get().uri("/changed").exchange(), 409, "\"model\":\"Author\""));
	}

	@Test
	void withoutATenantTheRequestIsBad() {
		run((client) -> assertProblem(client.get().uri("/nobodys").exchange(), 400, "which tenant"));
	}

	@Test
	void whatIsAnotherTenantsIsForbidden() {
		run((client) -> assertProblem(client.get().uri("/foreign").exchange(), 403, "\"model\":\"Letter\"",
				"\"field\":\"owner\""));
	}

	@Test
	void whatIsBusyMayBeAskedAgain() {
		run((client) -> {
			MvcTestResult answer = client.get().uri("/busy").exchange();
			assertProblem(answer, 503, "busy");
			assertThat(answer).headers().hasValue(HttpHeaders.RETRY_AFTER, "1");
		});
	}

	@Test
	void whatCannotBeReachedMayBeAskedAgain() {
		run((client) -> {
			MvcTestResult answer = client.get().uri("/unreached").exchange();
			assertProblem(answer, 503, "cannot be reached");
			assertThat(answer).headers().hasValue(HttpHeaders.RETRY_AFTER, "1");
		});
	}

	@Test
	void theRestIsLeftAlone() {
		run((client) -> assertThat(client.get().uri("/other")).hasFailed());
	}

	@Test
	void theApplicationsOwnHandlersComeFirst() {
		run(this.runner.withBean(OwnHandlers.class),
				(client) -> assertThat(client.get().uri("/missing")).hasStatusOk().hasBodyTextEqualTo("mine"));
	}

	@Test
	void nothingIsAnsweredIfTheApplicationDoesNotWantIt() {
		run(this.runner.withPropertyValues("orm.web.problems=false"),
				(client) -> assertThat(client.get().uri("/missing")).hasFailed());
	}

	/** Fails in many ways. */
	@RestController
	static class Library {

		private final Orm orm;

		Library(Orm orm) {
			this.orm = orm;
		}

		@GetMapping("/{way}")
		void fail(@PathVariable String way) {
			Author author = Author.of("Ursula", null);
			switch (way) {
				case "missing" -> this.orm.manager(Author.class).get(-1L);
				case "invalid" -> this.orm.manager(Author.class).fullClean(Author.of("Ursula", "no address"));
				case "taken" -> {
					send("once");
					send("once");
				}
				case "used" -> this.orm.manager(Author.class).delete(send(null).getFrom());
				case "changed" -> {
					Manager<Author> authors = this.orm.manager(Author.class);
					authors.filter("pk", authors.save(author).getId()).delete();
					authors.save(author, (how) -> how.forcingUpdate());
				}
				case "nobodys" -> throw new NoTenantException();
				case "foreign" -> throw new CrossTenantException("Letter", "owner");
				case "busy" -> throw new CannotAcquireLockException("Ursula");
				case "unreached" ->
					throw new DatabaseConnectionException("default", "Ursula", new IllegalStateException());
				default -> throw new IllegalStateException("Ursula");
			}
		}

		private Letter send(String stamp) {
			Author author = this.orm.manager(Author.class).save(Author.of("Ursula", null));
			return this.orm.manager(Letter.class)
				.save(Letter.of(ForeignKey.to(author), stamp), SaveOptions::withoutValidation);
		}

	}

	/** Answers by itself. */
	@RestControllerAdvice
	static class OwnHandlers {

		@ExceptionHandler
		String any(RuntimeException ex) {
			return "mine";
		}

	}

}
