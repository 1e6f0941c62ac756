package dev.orm.boot.autoconfigure;

import java.util.Map;
import java.util.Set;

import dev.orm.Orm;
import dev.orm.boot.actuate.OrmQueriesEndpoint;
import dev.orm.boot.actuate.OrmQueriesEndpoint.StatementDescriptor;
import dev.orm.boot.actuate.OrmRequestsEndpoint;
import dev.orm.boot.actuate.SlowPlans;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.observe.ObservedWork;
import dev.orm.observe.RequestLog;
import dev.orm.observe.StatementStatistics;
import dev.orm.observe.StatementStatistics.Statement;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OrmQueriesEndpointTests {

	private static final String SECRET = "4711-secret-0815";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
				OrmDatabaseAutoConfiguration.class, OrmObservationAutoConfiguration.class, OrmAutoConfiguration.class,
				OrmEndpointAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	private final ApplicationContextRunner exposed = this.runner
		.withBean(ObservationRegistry.class, ObservationRegistry::create)
		.withPropertyValues("management.endpoints.web.exposure.include=ormqueries,ormrequests");

	@Test
	void statementsAreListedWithoutValues() {
		this.exposed.run((context) -> {
			Orm orm = context.getBean(Orm.class);
			orm.manager(Author.class).named("authors").filter("name", SECRET).list();
			orm.manager(Author.class).count();
			OrmQueriesEndpoint endpoint = context.getBean(OrmQueriesEndpoint.class);

			assertThat(endpoint.queries("calls", 10, null).statements()).hasSize(2);
			assertThat(endpoint.queries("max", 1, "default").statements()).hasSize(1);
			assertThat(endpoint.queries(null, null, "other").statements()).isEmpty();
			assertThat(endpoint.queries(null, null, null).toString()).contains("authors").doesNotContain(SECRET);
			assertThatExceptionOfType(InvalidEndpointRequestException.class)
				.isThrownBy(() -> endpoint.queries("name", null, null));
		});
	}

	@Test
	void aPlanIsAskedForWithoutValuesAndWithoutRunningTheStatement() {
		this.exposed.run((context) -> {
			Orm orm = context.getBean(Orm.class);
			orm.manager(Author.class).filter("name__in", java.util.List.of(SECRET)).filter("id__gt", 4711).list();
			OrmQueriesEndpoint endpoint = context.getBean(OrmQueriesEndpoint.class);
			Statement statement = endpoint.queries(null, null, null).statements().get(0);

			assertThat(endpoint.statement(statement.id())).extracting(StatementDescriptor::plan).isNull();
			StatementDescriptor explained = endpoint.explain(statement.id());

			assertThat(explained).isNotNull();
			assertThat(explained.plan()).contains("\"Plan\"").contains("library_author").doesNotContain("4711");
			assertThat(endpoint.statement(statement.id())).isEqualTo(explained);
			assertThat(endpoint.explain(statement.id())).isEqualTo(explained);
			assertThat(endpoint.statement("nothing")).isNull();
			assertThat(endpoint.explain("nothing")).isNull();
		});
	}

	@Test
	void slowSelectsAreExplainedByThemselvesWhereAskedFor() {
		this.exposed.withPropertyValues("orm.slow-query.plans=true", "orm.slow-query.threshold=1ns").run((context) -> {
			Orm orm = context.getBean(Orm.class);
			orm.manager(Author.class).filter("name", SECRET).update(Map.of("name", "x"));
			orm.manager(Author.class).filter("name__in", java.util.List.of(SECRET)).list();
			OrmQueriesEndpoint endpoint = context.getBean(OrmQueriesEndpoint.class);

			String plan = awaitPlan(endpoint);

			assertThat(plan).contains("\"Plan\"").contains("library_author").doesNotContain(SECRET);
		});
		this.exposed.run((context) -> assertThat(context).doesNotHaveBean(SlowPlans.class));
	}

	private static String awaitPlan(OrmQueriesEndpoint endpoint) throws InterruptedException {
		for (int i = 0; i < 500; i++) {
			for (Statement statement : endpoint.queries(null, null, null).statements()) {
				StatementDescriptor described = endpoint.statement(statement.id());
				if (described != null && described.plan() != null) {
					return described.plan();
				}
			}
			Thread.sleep(10);
		}
		return "no plan";
	}

	@Test
	void onlySelectsAreExplained() {
		this.exposed.run((context) -> {
			context.getBean(Orm.class).manager(Author.class).filter("name", SECRET).update(Map.of("name", "x"));
			OrmQueriesEndpoint endpoint = context.getBean(OrmQueriesEndpoint.class);
			Statement statement = endpoint.queries(null, null, null).statements().get(0);

			assertThatExceptionOfType(InvalidEndpointRequestException.class)
				.isThrownBy(() -> endpoint.explain(statement.id()))
				.withMessageContaining("Only SELECTs are explained");
		});
	}

	@Test
	void anInsertThatBeginsWithAQueryIsNotExplained() {
		this.exposed.run((context) -> {
			context.getBean(Orm.class)
				.manager(Author.class)
				.raw("WITH given AS (SELECT 'x' AS name) INSERT INTO library_author (name) SELECT name FROM given RETURNING *")
				.list();
			OrmQueriesEndpoint endpoint = context.getBean(OrmQueriesEndpoint.class);
			Statement statement = endpoint.queries(null, null, null).statements().get(0);

			assertThat(statement.sql()).startsWith("WITH");
			assertThatExceptionOfType(InvalidEndpointRequestException.class)
				.isThrownBy(() -> endpoint.explain(statement.id()))
				.withMessageContaining("Only SELECTs are explained");
		});
	}

	@Test
	void allIsForgottenOnDemand() {
		this.exposed.run((context) -> {
			context.getBean(Orm.class).manager(Author.class).count();
			OrmQueriesEndpoint endpoint = context.getBean(OrmQueriesEndpoint.class);
			endpoint.reset();

			assertThat(endpoint.queries(null, null, null).statements()).isEmpty();
		});
	}

	@Test
	void aRequestIsAUnitOfWorkWhoseStatementsAreSummed() {
		this.exposed.run((context) -> {
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig()
				.observationHandler(
						new ObservedWork(Set.of(Request.class.getName()), context.getBean(RequestLog.class)));
			Orm orm = context.getBean(Orm.class);
			Observation.createNotStarted("http.server.requests", Request::new, registry)
				.lowCardinalityKeyValue("method", "GET")
				.lowCardinalityKeyValue("uri", "/authors/{id}")
				.lowCardinalityKeyValue("status", "200")
				.observe(() -> {
					orm.manager(Author.class).count();
					orm.manager(Author.class).filter("name", SECRET).list();
					orm.manager(Author.class).count();
				});
			Observation.createNotStarted("http.server.requests", Request::new, registry).observe(() -> "no query");

			OrmRequestsEndpoint endpoint = context.getBean(OrmRequestsEndpoint.class);
			assertThat(endpoint.requests().requests()).singleElement().satisfies((request) -> {
				assertThat(request.route()).isEqualTo("GET /authors/{id}");
				assertThat(request.status()).isEqualTo("200");
				assertThat(request.queries()).isEqualTo(3);
				assertThat(request.repeated()).isEqualTo(1);
				assertThat(request.statements()).hasSize(2);
			});
			assertThat(endpoint.requests().toString()).doesNotContain(SECRET);
		});
	}

	@Test
	void nothingIsCountedUnlessTheEndpointsAreExposed() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(Orm.class)
			.doesNotHaveBean(OrmQueriesEndpoint.class)
			.doesNotHaveBean(OrmRequestsEndpoint.class)
			.doesNotHaveBean(StatementStatistics.class)
			.doesNotHaveBean(RequestLog.class));
	}

	/** A request as somebody else observes it. */
	static class Request extends Observation.Context {

	}

}
