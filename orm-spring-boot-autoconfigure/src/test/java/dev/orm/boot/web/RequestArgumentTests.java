package dev.orm.boot.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.orm.Lookups;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.autoconfigure.FailureAnalyses;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.boot.autoconfigure.library.Book;
import dev.orm.boot.check.ModelProblemsException;
import dev.orm.expression.Condition;
import dev.orm.observe.QueryLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** What a request asks for is an argument of a controller, as far as it may ask. */
class RequestArgumentTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				FlywayAutoConfiguration.class, JacksonAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
				OrmAutoConfiguration.class, OrmWebAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
				DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class))
		.withUserConfiguration(Allowed.class)
		.withBean(Authors.class)
		.withPropertyValues(TestPostgres.properties())
		.withPropertyValues("spring.datasource.url=" + TestPostgres.url("arguments"));

	private void run(Consumer<MockMvcTester> work) {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed();
			Orm orm = context.getBean(Orm.class);
			orm.manager(Author.class).all().delete();
			for (String name : List.of("Astrid", "Erich", "Michael", "Tove", "Tomi")) {
				orm.manager(Author.class).save(Author.of(name, name + "@example.org"));
			}
			work.accept(MockMvcTester
				.create(MockMvcBuilders.webAppContextSetup(context.getSourceApplicationContext()).build()));
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			name__startswith=To            | Tomi,Tove
			name__startswith=To&id__gt=0   | Tomi,Tove
			name__in=Erich,Astrid          | Astrid,Erich
			mail=tove@example.org          | Tove
			name__startswith=              | Astrid,Erich,Michael,Tomi,Tove
			name__startswith=To&upper=true | TOMI,TOVE
			""")
	void aConditionIsWhatTheRequestAsksFor(String query, String names) {
		run((client) -> assertThat(client.get().uri("/authors?" + query)).hasStatusOk().hasBodyTextEqualTo(names));
	}

	@Test
	void whatIsNotAllowedIsAProblemWithTheChoicesBeforeAnythingIsSent() {
		run((client) -> {
			QueryLog log = QueryLog
				.capture(() -> assertThat(client.get().uri("/authors?email__contains=geheim")).hasStatus(400)
					.hasContentTypeCompatibleWith("application/problem+json")
					.bodyText()
					.contains("\"parameter\":\"email__contains\"", "\"choices\":[\"name__startswith\"",
							"is not allowed")
					.doesNotContain("geheim"));
			assertThat(log.count()).isZero();
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			id__gt=geheim                                          | id__gt
			name__startswith=To&id__gt=geheim                      | id__gt
			id__gt=1&id__gt=2                                      | id__gt
			""")
	void aValueThatMakesNoSenseIsAProblemThatNamesItsParameter(String query, String parameter) {
		run((client) -> {
			QueryLog log = QueryLog.capture(() -> assertThat(client.get().uri("/authors?" + query)).hasStatus(400)
				.bodyText()
				.contains("\"parameter\":\"" + parameter + "\"", "is not valid")
				.doesNotContain("geheim"));
			assertThat(log.count()).isZero();
		});
	}

	@Test
	void ofSeveralListsTheQualifierChooses() {
		run((client) -> {
			assertThat(client.get().uri("/staff?email__contains=Tove")).hasStatusOk().hasBodyTextEqualTo("Tove");
			assertThat(client.get().uri("/staff?name__startswith=To")).hasStatus(400);
		});
	}

	@Test
	void aControllerThatTakesConditionsOfAModelWithoutAListKeepsTheApplicationFromStarting() {
		this.runner.withBean(Books.class).run((context) -> {
			FailureAnalysis analysis = new MissingLookupsFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).contains("Books.books", "takes a Condition<Book>",
					"nothing says what a request may ask for");
			assertThat(analysis.getAction()).contains("bean of type Lookups<Book>", "@Qualifier");
		});
	}

	@Test
	void soDoesAListOfWhatTheModelDoesNotHave() {
		this.runner.withUserConfiguration(Misspelt.class).run((context) -> {
			assertThat(context).getFailure()
				.isInstanceOf(ModelProblemsException.class)
				.hasMessageContaining("Bean 'misspeltLookups': Requests may ask for 'nam__startswith' of Author")
				.hasMessageContaining("name")
				.hasMessageContaining("'name__startwith'")
				.hasMessageContaining("'emial'")
				.hasMessageContaining("correct what Lookups.on(Author.class) allows (lookups-path)");
			FailureAnalysis analysis = FailureAnalyses.of(context.getStartupFailure());
			assertThat(analysis.getAction()).contains("orm.checks.silence");
		});
		this.runner.withUserConfiguration(Misspelt.class)
			.withPropertyValues("orm.checks.silence=lookups-path")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aListOfLookupsOfEachKindStarts() {
		this.runner
			.withBean("all", Lookups.class,
					() -> Lookups.on(Author.class)
						.allow("id", "id__in", "id__range", "email__isnull", "books__title__icontains",
								"name__icontains", "pk")
						.allowOrdering("books__title", "pk", "-id"))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aPageIsReadInTheOrderTheRequestAsksFor() {
		run((client) -> {
			assertThat(client.get().uri("/pages?page=1&size=2&sort=name,desc")).hasStatusOk()
				.hasBodyTextEqualTo("Michael,Erich of 5");
			assertThat(client.get().uri("/pages?page=0&size=2")).hasBodyTextEqualTo("Astrid,Erich of 5");
			assertThat(client.get().uri("/pages?size=10&name__startswith=To&sort=name"))
				.hasBodyTextEqualTo("Tomi,Tove of 2");
			assertThat(client.get().uri("/pages?page=7&size=2")).hasBodyTextEqualTo(" of 5");
		});
	}

	@Test
	void theRowsAreCountedOnlyWhereThePageDoesNotTell() {
		run((client) -> {
			assertThat(QueryLog.capture(() -> client.get().uri("/pages?size=10").exchange()).count()).isOne();
			assertThat(QueryLog.capture(() -> client.get().uri("/pages?size=2").exchange()).count()).isEqualTo(2);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sort=email                | "choices":["name","id"]
			sort=name,asc,ignorecase  | ascending or descending
			""")
	void anOrderThatIsNotAllowedIsAProblem(String query, String said) {
		run((client) -> assertThat(client.get().uri("/pages?" + query)).hasStatus(400)
			.bodyText()
			.contains("\"parameter\":\"sort\"", said));
	}

	@Test
	void withoutSpringDataThereAreConditionsOnly() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.data"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("ormArguments")
				.doesNotHaveBean("ormPageArguments"));
	}

	/** What requests may ask for. */
	@Configuration(proxyBeanMethods = false)
	static class Allowed {

		// tag::lookups[]
		@Bean
		Lookups<Author> authorLookups() {
			return Lookups.on(Author.class)
				.allow("name__startswith", "name__in", "id__gt")
				.allowAs("mail", "email__iexact")
				.allowOrdering("name", "id");
		}

		// end::lookups[]

		@Bean(defaultCandidate = false)
		Lookups<Author> staffLookups() {
			return Lookups.on(Author.class).allow("email__contains");
		}

	}

	/** Takes arguments. */
	@RestController
	static class Authors {

		private final Manager<Author> authors;

		Authors(Orm orm) {
			this.authors = orm.manager(Author.class);
		}

		// tag::condition[]
		@GetMapping("/authors")
		String search(Condition<Author> asked, @RequestParam(defaultValue = "false") boolean upper) {
			String names = names(this.authors.filter(asked).orderBy("name").list());
			return upper ? names.toUpperCase(Locale.ROOT) : names;
		}

		// end::condition[]

		// tag::page[]
		@GetMapping("/pages")
		String page(Condition<Author> asked, Pageable pageable, Lookups<Author> lookups) {
			Page<Author> page = Pages.of(this.authors.filter(asked).orderBy("name"), pageable, lookups);
			return names(page.getContent()) + " of " + page.getTotalElements();
		}

		// end::page[]

		@GetMapping("/staff")
		String staff(@Qualifier("staffLookups") Condition<Author> asked) {
			return names(this.authors.filter(asked).list());
		}

		private static String names(List<Author> authors) {
			return authors.stream().map(Author::getName).collect(Collectors.joining(","));
		}

	}

	/** Takes what nobody allowed. */
	@RestController
	static class Books {

		@GetMapping("/books")
		String books(Condition<Book> asked) {
			return asked.toString();
		}

	}

	/** Allows what is not there. */
	@Configuration(proxyBeanMethods = false)
	static class Misspelt {

		@Bean(defaultCandidate = false)
		Lookups<Author> misspeltLookups() {
			return Lookups.on(Author.class)
				.allow("nam__startswith", "name__startwith", "name__in")
				.allowOrdering("emial", "name");
		}

	}

}
