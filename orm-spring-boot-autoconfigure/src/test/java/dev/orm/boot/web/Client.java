package dev.orm.boot.web;

import java.time.Duration;

import dev.orm.boot.replicas.WatchedReplicas;
import dev.orm.cluster.Condition;

import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Sends requests to an application, and remembers nothing. */
final class Client {

	private final AssertableWebApplicationContext application;

	private final RestClient http;

	Client(AssertableWebApplicationContext application) {
		this.application = application;
		this.http = RestClient.builder()
			.requestFactory(new JdkClientHttpRequestFactory())
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build();
	}

	String uri(String path) {
		return "http://localhost:"
				+ this.application.getSourceApplicationContext(ServletWebServerApplicationContext.class)
					.getWebServer()
					.getPort()
				+ path;
	}

	ResponseEntity<String> get(String path, String... header) {
		return exchange(HttpMethod.GET, path, header);
	}

	ResponseEntity<String> post(String path, String... header) {
		return exchange(HttpMethod.POST, path, header);
	}

	private ResponseEntity<String> exchange(HttpMethod method, String path, String... header) {
		RestClient.RequestBodySpec request = this.http.method(method).uri(uri(path));
		if (header.length > 0) {
			request.header(header[0], header[1]);
		}
		return request.retrieve().toEntity(String.class);
	}

	/** What the primary has. */
	String written() {
		return this.application.getBean(JdbcTemplate.class).queryForObject("SELECT value FROM counted", String.class);
	}

	void awaitTheReplica() {
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (condition() != Condition.IN && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		assertThat(condition()).isEqualTo(Condition.IN);
	}

	private Condition condition() {
		return this.application.getBean(WatchedReplicas.class).all().get(0).cluster().replicas().get(0).condition();
	}

}
