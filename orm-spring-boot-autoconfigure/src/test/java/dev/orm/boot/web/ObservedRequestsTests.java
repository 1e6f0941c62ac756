package dev.orm.boot.web;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.autoconfigure.library.Author;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** What Actuator and browsers are told of requests, over HTTP, by the whole of Boot. */
class ObservedRequestsTests {

	private static final String SECRET = "nobody-is-called-so";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner(
			AnnotationConfigServletWebServerApplicationContext::new)
		.withUserConfiguration(Application.class)
		.withBean(Authors.class)
		.withPropertyValues("server.port=0", "jdbc.datasource-proxy.enabled=false",
				"management.endpoints.web.exposure.include=*")
		.withPropertyValues(TestPostgres.properties())
		.withPropertyValues("spring.datasource.hikari.maximum-pool-size=5");

	private static JsonNode json(Client client, String path) {
		ResponseEntity<String> answer = client.get(path);
		assertThat(answer.getStatusCode().value()).as(path).isEqualTo(200);
		assertThat(answer.getBody()).as(path).doesNotContain(SECRET);
		return JSON.readTree(answer.getBody());
	}

	@Test
	void aRequestIsSummedUnderItsRoute() {
		this.runner.run((context) -> {
			Client client = new Client(context);
			assertThat(client.get("/authors/" + SECRET).getBody()).isEqualTo("0");

			JsonNode requests = json(client, "/actuator/ormrequests").path("requests");

			assertThat(requests.size()).isEqualTo(1);
			JsonNode request = requests.get(0);
			assertThat(request.path("route").asString()).isEqualTo("GET /authors/{name}");
			assertThat(request.path("status").asString()).isEqualTo("200");
			assertThat(request.path("queries").asInt()).isEqualTo(3);
			assertThat(request.path("repeated").asInt()).isEqualTo(1);
			assertThat(request.path("statements").size()).isEqualTo(2);
		});
	}

	@Test
	void itsStatementsAreListedAndTimed() {
		this.runner.run((context) -> {
			Client client = new Client(context);
			client.get("/authors/" + SECRET);

			JsonNode statements = json(client, "/actuator/ormqueries?sort=calls").path("statements");
			assertThat(statements.get(0).path("calls").asInt()).isEqualTo(2);
			assertThat(statements.get(0).path("targets").path("primary").asInt()).isEqualTo(2);
			assertThat(statements.findValuesAsString("name")).contains("authors.page");

			JsonNode timer = json(client, "/actuator/metrics/db.client.operation.duration?tag=orm.query:authors.page");
			assertThat(timer.path("measurements").get(0).path("value").asInt()).isEqualTo(1);
			JsonNode plans = json(client, "/actuator/metrics/orm.plan.cache?tag=result:hit");
			assertThat(plans.path("measurements").get(0).path("value").asInt()).isEqualTo(1);
			JsonNode cache = json(client, "/actuator/orm").path("planCache");
			assertThat(cache.path("misses").asInt()).isEqualTo(2);
			assertThat(cache.path("size").asInt()).isEqualTo(2);
			assertThat(cache.path("bytes").asLong()).isPositive().isLessThan(cache.path("capacity").asLong());
		});
	}

	@Test
	void theModelsAndTheirHomesAreListed() {
		this.runner.run((context) -> {
			Client client = new Client(context);
			JsonNode orm = json(client, "/actuator/orm");
			JsonNode database = orm.path("databases").path("default");
			assertThat(database.propertyNames()).containsExactly("url", "server", "models", "pool");
			assertThat(database.path("models").asInt()).isEqualTo(orm.path("models").size());
			JsonNode author = json(client, "/actuator/orm/Author");
			assertThat(author.path("database").asString()).isEqualTo("default");
			assertThat(author.path("managers").get(0).asString()).isEqualTo("ormManager." + Author.class.getName());
			assertThat(author.path("constraints").get(0).path("kind").asString()).isEqualTo("check");
		});
	}

	@Test
	void aBrowserIsToldWhatTheStatementsTookWhereTheApplicationWantsThat() {
		this.runner.withPropertyValues("orm.server-timing=true").run((context) -> {
			ResponseEntity<String> answer = new Client(context).get("/authors/" + SECRET);
			assertThat(answer.getHeaders().get(ResponseHeaders.TIMING)).singleElement()
				.asString()
				.matches("db;dur=\\d+\\.\\d;desc=\"3 queries, 1 repeated\"");
		});
		this.runner.run((context) -> assertThat(
				new Client(context).get("/authors/" + SECRET).getHeaders().get(ResponseHeaders.TIMING))
			.isNull());
	}

	@EnableAutoConfiguration
	static class Application {

	}

	@RestController
	static class Authors {

		private final Manager<Author> authors;

		Authors(Orm orm) {
			this.authors = orm.manager(Author.class);
		}

		@GetMapping("/authors/{name}")
		String count(@PathVariable String name) {
			this.authors.filter("name", name).count();
			this.authors.named("authors.page").filter("name", name).list();
			return String.valueOf(this.authors.filter("name", name).count());
		}

	}

}
