package dev.orm.boot.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.databases.DatabaseConfigurationException;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.boot.replicas.OrmReplicaAutoConfiguration;
import dev.orm.boot.replicas.ReplicatedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a request wrote, its client's next request sees, while the replica stands still.
 */
class OrmWebAutoConfigurationTests {

	private static final AutoConfigurations DATABASE = AutoConfigurations.of(DataSourceAutoConfiguration.class,
			TransactionManagerCustomizationAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
			OrmDataSourceAutoConfiguration.class, OrmReplicaAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
			OrmWebAutoConfiguration.class, OrmClientAutoConfiguration.class, RestClientAutoConfiguration.class,
			ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class);

	private final WebApplicationContextRunner alone = new WebApplicationContextRunner(
			AnnotationConfigServletWebServerApplicationContext::new)
		.withConfiguration(DATABASE)
		.withConfiguration(AutoConfigurations.of(TomcatServletWebServerAutoConfiguration.class,
				DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
				ErrorMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class))
		.withBean(Counter.class)
		.withPropertyValues("server.port=0", "spring.datasource.url=" + ReplicatedPostgres.primary());

	private final WebApplicationContextRunner replicated = this.alone.withPropertyValues(
			"orm.databases.default.replicas.east.url=" + ReplicatedPostgres.standby(),
			"orm.databases.default.max-lag=10m");

	@BeforeAll
	static void makeTheTable() {
		JdbcTemplate primary = new JdbcTemplate(new DriverManagerDataSource(ReplicatedPostgres.primary()));
		primary.execute("CREATE TABLE IF NOT EXISTS counted (value int)");
		primary.execute("INSERT INTO counted VALUES (0)");
	}

	@AfterEach
	void resume() {
		ReplicatedPostgres.replay(true);
	}

	@Test
	void aCookieTellsTheNextRequest() {
		still(this.replicated, (client) -> {
			String before = client.get("/count").getBody();
			ResponseEntity<String> wrote = client.post("/count");
			assertThat(wrote.getHeaders().get(HttpHeaders.SET_COOKIE)).singleElement()
				.asString()
				.startsWith("orm-read-after=default=1-")
				.contains("; Path=/; ", "Max-Age=1200; ", "HttpOnly", "SameSite=Lax")
				.doesNotContain("Secure");
			assertThat(client.get("/count", HttpHeaders.COOKIE, cookie(wrote)).getBody()).isEqualTo(wrote.getBody());
			assertThat(client.get("/count").getBody()).isEqualTo(before);
		});
	}

	@Test
	void aClientWithoutCookiesSendsTheHeaderBack() {
		still(this.replicated.withPropertyValues("orm.consistency.token=header"), (client) -> {
			ResponseEntity<String> wrote = client.post("/count");
			assertThat(wrote.getHeaders().get(HttpHeaders.SET_COOKIE)).isNull();
			assertThat(client.get("/count", "Orm-Read-After", token(wrote).orElseThrow()).getBody())
				.isEqualTo(wrote.getBody());
		});
	}

	@Test
	void aSessionKnowsIt() {
		still(this.replicated.withPropertyValues("orm.consistency.token=session"), (client) -> {
			ResponseEntity<String> wrote = client.post("/count");
			assertThat(cookie(wrote)).startsWith("JSESSIONID=");
			assertThat(client.get("/count", HttpHeaders.COOKIE, cookie(wrote)).getBody()).isEqualTo(wrote.getBody());
		});
	}

	@Test
	void nothingIsToldIfNobodyWantsIt() {
		still(this.replicated.withPropertyValues("orm.consistency.token=none"), (client) -> {
			ResponseEntity<String> wrote = client.post("/count");
			assertThat(token(wrote)).isEmpty();
			assertThat(wrote.getHeaders().get(HttpHeaders.SET_COOKIE)).isNull();
		});
	}

	@Test
	void whoOnlyReadsIsToldNothingAlsoIfItsRequestTells() {
		still(this.replicated, (client) -> {
			assertThat(token(client.get("/count"))).isEmpty();
			assertThat(token(client.get("/count", "Orm-Read-After", "default=1-12"))).isEmpty();
		});
	}

	@Test
	void whatItWasToldIsToldOnByWhoWrites() {
		still(this.replicated, (client) -> {
			String first = token(client.post("/count")).orElseThrow();
			String second = token(client.post("/count", "Orm-Read-After", first)).orElseThrow();
			assertThat(position(second)).isGreaterThan(position(first));
		});
	}

	@Test
	void allWaysOfAnsweringTell() {
		still(this.replicated, (client) -> {
			for (String path : List.of("/later", "/failing", "/redirecting", "/streaming")) {
				ResponseEntity<String> wrote = client.post(path);
				assertThat(wrote.getHeaders().get("Orm-Read-After")).as(path).hasSize(1);
				assertThat(client.get("/count", HttpHeaders.COOKIE, cookie(wrote)).getBody()).as(path)
					.isEqualTo(client.written());
			}
		});
	}

	@Test
	void applicationsThatShareADatabaseTellEachOther() {
		still(this.replicated.withPropertyValues("orm.consistency.propagate-to=LOCALHOST"), (client) -> {
			assertThat(client.post("/forwarding?to=" + client.uri("/count")).getBody()).isEqualTo(client.written());
			assertThat(client.post("/delegating?to=" + client.uri("/count")).getBody()).isEqualTo(client.written());
			assertThat(client.post("/forwarding-later?to=" + client.uri("/count")).getBody())
				.isEqualTo(client.written());
			assertThat(client.post("/delegating-later?to=" + client.uri("/count")).getBody())
				.isEqualTo(client.written());
		});
	}

	@Test
	void otherApplicationsAreToldNothing() {
		still(this.replicated.withPropertyValues("orm.consistency.propagate-to=localhost:1"), (client) -> {
			String before = client.get("/count").getBody();
			assertThat(client.post("/forwarding?to=" + client.uri("/count")).getBody()).isEqualTo(before);
			assertThat(client.post("/forwarding-later?to=" + client.uri("/count")).getBody()).isEqualTo(before);
		});
	}

	@Test
	void withoutReplicasNothingIsTold() {
		this.alone.run((context) -> {
			assertThat(context).hasBean("ormUnitOfWorkFilter");
			assertThat(token(new Client(context).post("/count"))).isEmpty();
		});
	}

	@Test
	void browsersAreToldWhatStatementsCameToIfAskedFor() {
		this.alone.withConfiguration(AutoConfigurations.of(OrmAutoConfiguration.class))
			.withPropertyValues("orm.server-timing=true")
			.run((context) -> assertThat(new Client(context).get("/twice").getHeaders().get("Server-Timing"))
				.singleElement()
				.asString()
				.matches("db;dur=\\d+\\.\\d;desc=\"2 queries, 1 repeated\""));
		this.alone.run(
				(context) -> assertThat(new Client(context).post("/count").getHeaders().get("Server-Timing")).isNull());
	}

	@Test
	void theFilterOfTheApplicationTakesItsPlace() {
		this.alone.withBean("ormUnitOfWorkFilter", Object.class)
			.run((context) -> assertThat(context).doesNotHaveBean(UnitOfWorkFilter.class));
	}

	@Test
	void sessionsNeedRequests() {
		new ApplicationContextRunner().withConfiguration(DATABASE)
			.withPropertyValues("spring.datasource.url=" + ReplicatedPostgres.primary(),
					"orm.databases.default.replicas.east.url=" + ReplicatedPostgres.standby(),
					"orm.consistency.token=session")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(DatabaseConfigurationException.class)
				.hasMessageContaining("orm.consistency.token is session"));
	}

	/** With a replica that is in and then stands still. */
	private static void still(WebApplicationContextRunner application, Consumer<Client> test) {
		application.run((context) -> {
			assertThat(context).hasNotFailed();
			Client client = new Client(context);
			client.awaitTheReplica();
			ReplicatedPostgres.replay(false);
			test.accept(client);
		});
	}

	private static Optional<String> token(ResponseEntity<String> response) {
		return Optional.ofNullable(response.getHeaders().getFirst("Orm-Read-After"));
	}

	private static long position(String token) {
		return Long.parseLong(token.substring(token.indexOf('-') + 1), 16);
	}

	private static String cookie(ResponseEntity<String> response) {
		return String.valueOf(response.getHeaders().getFirst(HttpHeaders.SET_COOKIE)).split(";")[0];
	}

}
