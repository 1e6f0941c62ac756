package dev.orm.boot.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.Orm;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.boot.autoconfigure.library.Book;
import dev.orm.boot.replicas.ReplicatedPostgres;
import dev.orm.transaction.Atomic;
import dev.orm.transaction.Retry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The dashboard and the alert rules name metrics and tags that an application with a
 * replica tells Prometheus over HTTP.
 */
class DashboardTests {

	private static final Path FOLDER = Path.of("..", "docs", "observability");

	private static final Pattern METRIC = Pattern.compile("\\b((?:db_client|orm|hikaricp)_[a-z_]+)(\\{[^}]*})?");

	private static final Pattern GROUPED = Pattern.compile("by \\(([^)]*)\\)");

	private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=|!=|=~)");

	private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(?:\\{(.*)})? \\S+");

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner(
			AnnotationConfigServletWebServerApplicationContext::new)
		.withUserConfiguration(Application.class)
		.withPropertyValues("server.port=0", "jdbc.datasource-proxy.enabled=false",
				"management.endpoints.web.exposure.include=prometheus",
				"spring.datasource.url=" + ReplicatedPostgres.primary("dashboard"),
				"orm.databases.default.replicas.east.url=" + ReplicatedPostgres.standby("dashboard"));

	@Test
	void whatTheyNameIsToldToPrometheus() {
		this.runner.run((context) -> {
			Client client = new Client(context);
			client.awaitTheReplica();
			work(context.getBean(Orm.class), context.getBean(Atomic.class));
			Map<String, Set<String>> told = told(client);

			Set<String> named = new TreeSet<>();
			List<String> expressions = expressions();
			expressions.forEach((expression) -> named.addAll(check(expression, told)));

			assertThat(expressions).hasSizeGreaterThan(15);
			assertThat(named).contains("orm_repeated_total", "orm_transactions_seconds_count", "orm_fetch_total",
					"db_client_operation_duration_seconds_bucket", "hikaricp_connections_active", "orm_reads_total",
					"orm_replica_lag_seconds", "orm_plan_cache_total", "orm_cursors_open");
		});
	}

	/** A workload that makes every meter. */
	private static void work(Orm orm, Atomic atomic) {
		orm.manager(Author.class).named("authors").list();
		orm.manager(Book.class).prefetchRelated("author").list();
		int[] runs = new int[1];
		atomic.retry(Retry.times(1).on(IllegalStateException.class)).run(() -> {
			Author author = orm.manager(Author.class).create(Map.of("name", "Hergé"));
			orm.manager(Book.class).create(Map.of("title", "Tintin", "author", author));
			assertThat(orm.manager(Book.class).get("title", "Tintin").getAuthor().get().getName()).isEqualTo("Hergé");
			if (runs[0]++ == 0) {
				throw new IllegalStateException("once");
			}
			atomic.setRollbackOnly();
		});
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> orm.manager(Author.class).raw("SELECT nothing").list());
	}

	/** The metrics of an answer, with the labels that all of their samples have. */
	private static Map<String, Set<String>> told(Client client) {
		ResponseEntity<String> answer = client.get("/actuator/prometheus");
		assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE)).contains("version=");
		Map<String, Set<String>> told = new HashMap<>();
		String text = answer.getBody();
		assertThat(text).isNotNull();
		text.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach((sample) -> {
			Set<String> labels = labels(sample.group(2));
			told.merge(sample.group(1), labels, (known, others) -> {
				known.retainAll(others);
				return known;
			});
		});
		return told;
	}

	private static Set<String> labels(String text) {
		Set<String> labels = new LinkedHashSet<>();
		Matcher label = LABEL.matcher((text != null) ? text.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "") : "");
		while (label.find()) {
			labels.add(label.group(1));
		}
		return labels;
	}

	private static Set<String> check(String expression, Map<String, Set<String>> told) {
		Set<String> labels = new LinkedHashSet<>();
		Matcher grouped = GROUPED.matcher(expression);
		while (grouped.find()) {
			labels.addAll(List.of(grouped.group(1).split(",\\s*")));
		}
		Set<String> metrics = new LinkedHashSet<>();
		Matcher metric = METRIC.matcher(GROUPED.matcher(expression).replaceAll(""));
		while (metric.find()) {
			metrics.add(metric.group(1));
			labels.addAll(labels(metric.group(2)));
		}
		assertThat(metrics).as(expression).isNotEmpty();
		for (String name : metrics) {
			assertThat(told).as(expression).containsKey(name);
			assertThat(told.get(name)).as("labels of %s in %s", name, expression).containsAll(labels);
		}
		return metrics;
	}

	private static List<String> expressions() throws IOException {
		List<String> found = new ArrayList<>();
		JsonNode dashboard = JsonMapper.builder().build().readTree(Files.readString(FOLDER.resolve("grafana.json")));
		for (JsonNode panel : dashboard.path("panels")) {
			for (JsonNode target : panel.path("targets")) {
				found.add(target.path("expr").asString());
			}
		}
		for (String line : Files.readAllLines(FOLDER.resolve("alerts.yml"))) {
			if (line.strip().startsWith("expr: ")) {
				found.add(line.strip().substring("expr: ".length()));
			}
		}
		return found;
	}

	@EnableAutoConfiguration
	static class Application {

	}

}
