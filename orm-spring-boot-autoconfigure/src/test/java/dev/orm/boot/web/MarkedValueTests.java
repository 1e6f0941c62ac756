package dev.orm.boot.web;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.TestPostgres;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import marked.MarkedDoors;
import marked.MarkedDoors.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A marked value goes through all doors, as a parameter and as the value of a row, well
 * and badly. No log, span, endpoint, plan, metric, answer nor error shows it, unless the
 * caller gave it to what failed.
 */
@ExtendWith(OutputCaptureExtension.class)
class MarkedValueTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Logger orm = (Logger) LoggerFactory.getLogger("dev.orm");

	/** What the server writes into its own log, the embedded one's starter prints. */
	private final Logger server = (Logger) LoggerFactory.getLogger("io.zonky");

	private final Told told = new Told();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner(
			AnnotationConfigServletWebServerApplicationContext::new)
		.withUserConfiguration(Application.class)
		.withBean(Doors.class)
		.withBean(Told.class, () -> this.told)
		.withPropertyValues(TestPostgres.properties())
		.withPropertyValues("server.port=0", "jdbc.datasource-proxy.enabled=false",
				"spring.datasource.url=" + TestPostgres.url("marked") + "&password=" + MarkedDoors.PASSWORD,
				"orm.databases.archive.url=" + TestPostgres.url("marked_too") + "&password=" + MarkedDoors.PASSWORD,
				"orm.databases.archive.password=" + MarkedDoors.PASSWORD,
				"orm.databases.archive.hikari.register-mbeans=true", "spring.flyway.locations=classpath:db/migration",
				"management.endpoints.web.exposure.include=*", "management.endpoint.health.show-details=always",
				"management.endpoint.ormqueries.access=UNRESTRICTED", "orm.slow-query.threshold=1ns",
				"orm.slow-query.plans=true", "orm.log.sites=true", "orm.server-timing=true", "orm.repeated.threshold=3",
				"spring.datasource.hikari.maximum-pool-size=5");

	@BeforeEach
	void listen() {
		this.lines.start();
		this.root.addAppender(this.lines);
		this.orm.setLevel(Level.TRACE);
		this.server.setLevel(Level.OFF);
	}

	@AfterEach
	void stopToListen() {
		this.root.detachAppender(this.lines);
		this.orm.setLevel(null);
		this.server.setLevel(null);
	}

	@Test
	void isShownNowhereWhereStatementsAreTimed(CapturedOutput output) {
		this.runner.run((context) -> {
			Client client = new Client(context);
			goThrough(client, context.getBean(Orm.class));
			lookAround(client);
			assertThat(this.lines.list).extracting(ILoggingEvent::getLoggerName)
				.contains("dev.orm.sql.slow", "dev.orm.sql.repeated", "dev.orm.sql.Author");
		});
		assertUnmarked(output);
	}

	@Test
	void isShownNowhereWhereStatementsAreSpans(CapturedOutput output) {
		this.runner.withPropertyValues("orm.observation.enabled=true").run((context) -> {
			Client client = new Client(context);
			goThrough(client, context.getBean(Orm.class));
			lookAround(client);
		});
		assertThat(this.told.spans).anyMatch((span) -> span.contains("db.query.text"));
		assertThat(this.told.spans).anyMatch((span) -> span.contains("UniqueViolationException"));
		assertThat(this.told.spans).noneMatch(MarkedDoors::isMarked);
		assertUnmarked(output);
	}

	/** Over HTTP, and by hand to see the errors. */
	private void goThrough(Client client, Orm orm) {
		MarkedDoors doors = new MarkedDoors(orm);
		for (Door door : doors.all()) {
			assertThat(client.get("/doors/" + door.name()).getBody()).as(door.name()).satisfies(this::unmarked);
			RuntimeException error = MarkedDoors.open(door);
			assertThat(error != null).as("%s fails", door.name()).isEqualTo(door.fails());
			if (error != null && !door.givesValue()) {
				assertThat(trace(error)).as(door.name()).satisfies(this::unmarked);
			}
		}
	}

	private static String trace(Throwable error) {
		StringWriter text = new StringWriter();
		error.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	private void unmarked(String text) {
		assertThat(MarkedDoors.isMarked(String.valueOf(text))).as(text).isFalse();
	}

	/** What Actuator shows. */
	private void lookAround(Client client) {
		List<String> paths = new ArrayList<>(List.of("orm", "orm/Author", "ormrequests", "health", "metrics",
				"prometheus", "env", "configprops", "beans", "conditions", "loggers", "flyway", "info"));
		json(client, "metrics").path("names").forEach((name) -> paths.add("metrics/" + name.asString()));
		JsonNode queries = json(client, "ormqueries?limit=1000");
		assertThat(queries.path("repeated").size()).isPositive();
		assertThat(queries.path("slow").size()).isPositive();
		for (JsonNode statement : queries.path("statements")) {
			paths.add("ormqueries/" + statement.path("id").asString());
		}
		client.post("/actuator/ormqueries/" + queries.path("statements").get(0).path("id").asString());
		paths.add("ormqueries?limit=1000");
		assertThat(paths).hasSizeGreaterThan(20);
		paths.forEach((path) -> unmarked(client.get("/actuator/" + path).getBody()));
	}

	private static JsonNode json(Client client, String path) {
		return JSON.readTree(client.get("/actuator/" + path).getBody());
	}

	private void assertUnmarked(CapturedOutput output) {
		assertThat(this.lines.list).isNotEmpty();
		for (ILoggingEvent line : this.lines.list) {
			unmarked(line.getLoggerName() + " " + line.getFormattedMessage());
			if (line.getThrowableProxy() != null) {
				unmarked(line.getLoggerName() + " " + ThrowableProxyUtil.asString(line.getThrowableProxy()));
			}
		}
		unmarked(output.getAll());
	}

	@EnableAutoConfiguration
	static class Application {

	}

	/** The doors, as requests come to them. */
	@RestController
	static class Doors {

		private final MarkedDoors doors;

		Doors(Orm orm) {
			this.doors = new MarkedDoors(orm);
		}

		@GetMapping("/doors/{name}")
		String open(@PathVariable String name) {
			Door door = this.doors.get(name);
			if (door.givesValue()) {
				// what Tomcat logs of it is the caller's own doing
				return String.valueOf(MarkedDoors.open(door) != null);
			}
			door.work().run();
			return "went through";
		}

	}

	/** Hears of all that is observed. */
	static class Told implements ObservationHandler<Observation.Context> {

		private final List<String> spans = new CopyOnWriteArrayList<>();

		@Override
		public void onStop(Observation.Context context) {
			Throwable error = context.getError();
			this.spans.add(context.getName() + " " + context.getContextualName() + " " + context.getAllKeyValues() + " "
					+ ((error != null) ? trace(error) : ""));
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
