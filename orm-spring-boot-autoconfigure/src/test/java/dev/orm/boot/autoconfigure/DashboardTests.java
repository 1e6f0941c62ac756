package dev.orm.boot.autoconfigure;

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

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.boot.autoconfigure.library.Book;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.boot.replicas.OrmReplicaAutoConfiguration;
import dev.orm.boot.replicas.ReplicatedPostgres;
import dev.orm.transaction.Atomic;
import dev.orm.transaction.Retry;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The dashboard and the alert rules name metrics and tags that exist. */
class DashboardTests {

	private static final Path FOLDER = Path.of("..", "docs", "observability");

	private static final Pattern METRIC = Pattern.compile("\\b((?:db_client|orm|hikaricp)_[a-z_]+)(\\{[^}]*})?");

	private static final Pattern GROUPED = Pattern.compile("by \\(([^)]*)\\)");

	private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=|!=|=~)");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
				TransactionManagerCustomizationAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
				OrmTypesAutoConfiguration.class, OrmStatementAutoConfiguration.class, OrmMetricsAutoConfiguration.class,
				OrmAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withPropertyValues(TestPostgres.properties());

	@Test
	void whatTheyNameExists() {
		this.runner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			context.getBean(HikariDataSource.class).setMetricRegistry(registry);
			bindMeters(context, registry);
			work(context.getBean(Orm.class), context.getBean(Atomic.class));
			Map<String, Set<String>> known = known(registry);
			known.putAll(ofReplicas());

			List<String> expressions = expressions();
			assertThat(expressions).hasSizeGreaterThan(15);
			Set<String> named = new TreeSet<>();
			for (String expression : expressions) {
				named.addAll(check(expression, known));
			}
			assertThat(named).contains("orm_repeated_total", "orm_transactions_seconds_count", "orm_fetch_total",
					"db_client_operation_duration_seconds_bucket", "hikaricp_connections_active", "orm_reads_total",
					"orm_replica_lag_seconds", "orm_plan_cache_total", "orm_cursors_open");
		});
	}

	/** As Spring Boot does where it makes the registry. */
	private static void bindMeters(ApplicationContext context, MeterRegistry registry) {
		context.getBeansOfType(MeterBinder.class).values().forEach((meters) -> meters.bindTo(registry));
	}

	/** What a database with a replica has beside. */
	private static Map<String, Set<String>> ofReplicas() {
		Map<String, Set<String>> known = new HashMap<>();
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					DataSourceTransactionManagerAutoConfiguration.class, OrmDataSourceAutoConfiguration.class,
					OrmReplicaAutoConfiguration.class, OrmDatabaseAutoConfiguration.class))
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withPropertyValues("spring.datasource.url=" + ReplicatedPostgres.primary(),
					"orm.databases.default.replicas.east.url=" + ReplicatedPostgres.standby())
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				bindMeters(context, registry);
				known.putAll(known(registry));
			});
		known.keySet().removeIf((name) -> !name.startsWith("orm_re"));
		return known;
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

	/** The names Prometheus gives meters, with those of their tags. */
	private static Map<String, Set<String>> known(MeterRegistry registry) {
		Map<String, Set<String>> known = new HashMap<>();
		for (Meter meter : registry.getMeters()) {
			Set<String> tags = new LinkedHashSet<>();
			meter.getId().getTags().stream().map(Tag::getKey).map(DashboardTests::snake).forEach(tags::add);
			for (String name : names(meter.getId())) {
				known.merge(name, tags, (one, other) -> {
					one.retainAll(other);
					return one;
				});
			}
		}
		known.computeIfPresent("db_client_operation_duration_seconds_bucket", (name, tags) -> {
			tags.add("le");
			return tags;
		});
		return known;
	}

	private static List<String> names(Meter.Id meter) {
		String name = snake(meter.getName());
		return switch (meter.getType()) {
			case COUNTER -> List.of(name + "_total");
			case TIMER -> List.of(name + "_seconds_count", name + "_seconds_sum", name + "_seconds_bucket",
					name + "_seconds_max");
			case DISTRIBUTION_SUMMARY -> List.of(name + "_count", name + "_sum", name + "_max");
			default -> List.of((meter.getBaseUnit() != null) ? name + "_" + meter.getBaseUnit() : name);
		};
	}

	private static String snake(String name) {
		return name.replace('.', '_');
	}

	private static Set<String> check(String expression, Map<String, Set<String>> known) {
		Set<String> labels = new LinkedHashSet<>();
		Matcher grouped = GROUPED.matcher(expression);
		while (grouped.find()) {
			labels.addAll(List.of(grouped.group(1).split(",\\s*")));
		}
		Set<String> metrics = new LinkedHashSet<>();
		Matcher metric = METRIC.matcher(GROUPED.matcher(expression).replaceAll(""));
		while (metric.find()) {
			metrics.add(metric.group(1));
			Matcher label = LABEL.matcher((metric.group(2) != null) ? metric.group(2) : "");
			while (label.find()) {
				labels.add(label.group(1));
			}
		}
		assertThat(metrics).as(expression).isNotEmpty();
		for (String name : metrics) {
			assertThat(known).as(expression).containsKey(name);
			assertThat(known.get(name)).as("tags of %s in %s", name, expression).containsAll(labels);
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

}
