package dev.orm.boot.web;

import java.util.List;

import dev.orm.boot.replicas.ReplicatedPostgres;
import dev.orm.boot.replicas.WatchedReplicas;
import dev.orm.observe.ReadReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who looks at an application by Actuator writes nothing, and moves no reads. */
class InspectedReplicasTests {

	private static final List<String> LOOKS = List.of("/actuator/orm", "/actuator/health", "/actuator/flyway",
			"/actuator/health/migrations", "/actuator/health/db");

	private static final String PRIMARY = ReplicatedPostgres.primary("inspected");

	private final WebApplicationContextRunner application = new WebApplicationContextRunner(
			AnnotationConfigServletWebServerApplicationContext::new)
		.withUserConfiguration(Application.class)
		.withBean(Counter.class)
		.withPropertyValues("server.port=0", "jdbc.datasource-proxy.enabled=false", "spring.datasource.url=" + PRIMARY,
				"spring.datasource.hikari.connection-test-query=SELECT 1",
				"orm.databases.default.replicas.east.url=" + ReplicatedPostgres.standby("inspected"),
				"orm.databases.default.max-lag=10m", "spring.flyway.locations=classpath:shop/migration",
				"spring.flyway.baseline-on-migrate=true", "spring.flyway.baseline-version=0",
				"orm.migrations.model-check=off", "management.endpoint.health.probes.enabled=false",
				"management.endpoints.web.exposure.include=*", "management.endpoint.health.show-details=always",
				"management.endpoint.health.show-components=always");

	@AfterEach
	void resume() {
		ReplicatedPostgres.replay(true);
	}

	@BeforeAll
	static void makeTheTable() {
		JdbcTemplate primary = new JdbcTemplate(new DriverManagerDataSource(PRIMARY));
		primary.execute("CREATE TABLE counted (value int)");
		primary.execute("INSERT INTO counted VALUES (0)");
	}

	@Test
	void whoLooksIsTakenForNoWriter() {
		writesNothing(this.application);
	}

	/** Spring Boot's health is that of several pools. */
	@Test
	void whoLooksAtSeveralPoolsIsNotEither() {
		writesNothing(this.application.withPropertyValues("orm.databases.archive.url=" + PRIMARY,
				"orm.databases.archive.migrations.at-startup=off"));
	}

	private static void writesNothing(WebApplicationContextRunner application) {
		application.run((context) -> {
			Client client = new Client(context);
			client.awaitTheReplica();
			client.get("/count");
			ReplicatedPostgres.replay(false);
			long before = onPrimary(context);
			LOOKS.forEach((path) -> assertWroteNothing(path, client.get(path)));
			assertThat(client.get("/count").getStatusCode()).isEqualTo(HttpStatus.OK);
			assertThat(onPrimary(context)).as("reads that went to the primary").isEqualTo(before);
			assertThat(client.post("/count").getHeaders().get(HttpHeaders.SET_COOKIE)).as("who writes").hasSize(1);
		});
	}

	private static void assertWroteNothing(String path, ResponseEntity<String> response) {
		assertThat(response.getStatusCode()).as(path + ": " + response.getBody()).isEqualTo(HttpStatus.OK);
		assertThat(response.getHeaders().get(HttpHeaders.SET_COOKIE)).as(path).isNull();
		assertThat(response.getHeaders().get("Orm-Read-After")).as(path).isNull();
	}

	private static long onPrimary(ApplicationContext context) {
		long sum = 0;
		for (ReadReason reason : ReadReason.values()) {
			sum += context.getBean(WatchedReplicas.class).all().get(0).counts().primary(reason);
		}
		return sum;
	}

	@EnableAutoConfiguration
	static class Application {

	}

}
