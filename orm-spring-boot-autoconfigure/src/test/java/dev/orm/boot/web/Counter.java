package dev.orm.boot.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

import dev.orm.Orm;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.servlet.view.RedirectView;

/** Counts in a database, and reads from a replica. */
@RestController
class Counter {

	private final JdbcClient jdbc;

	private final TransactionTemplate readOnly;

	private final RestClient.Builder clients;

	private final WebClient.Builder reactive;

	private final ObjectProvider<Orm> orm;

	Counter(JdbcClient jdbc, PlatformTransactionManager transactions, RestClient.Builder clients,
			WebClient.Builder reactive, ObjectProvider<Orm> orm) {
		this.orm = orm;
		this.reactive = reactive;
		this.jdbc = jdbc;
		this.readOnly = new TransactionTemplate(transactions);
		this.readOnly.setReadOnly(true);
		this.clients = clients;
	}

	@GetMapping("/count")
	String count() {
		return this.readOnly
			.execute((status) -> this.jdbc.sql("SELECT value FROM counted").query(String.class).single());
	}

	@PostMapping("/count")
	String next() {
		return this.jdbc.sql("UPDATE counted SET value = value + 1 RETURNING value").query(String.class).single();
	}

	@GetMapping("/twice")
	String twice() {
		this.orm.getObject().script("DO $$ BEGIN END $$");
		this.orm.getObject().script("DO $$ BEGIN END $$");
		return "twice";
	}

	@PostMapping("/later")
	Callable<String> later() {
		return this::next;
	}

	@PostMapping("/failing")
	String failing() {
		throw new IllegalStateException("after " + next());
	}

	@PostMapping("/redirecting")
	RedirectView redirecting() {
		next();
		return new RedirectView("/count");
	}

	@PostMapping("/streaming")
	void streaming(HttpServletResponse response) throws IOException {
		OutputStream body = response.getOutputStream();
		body.write(next().getBytes(StandardCharsets.UTF_8));
	}

	@PostMapping("/forwarding")
	String forwarding(@RequestParam String to) {
		next();
		return this.clients.build().get().uri(to).retrieve().body(String.class);
	}

	@PostMapping("/delegating")
	String delegating(@RequestParam String to) {
		this.clients.build().post().uri(to).retrieve().toBodilessEntity();
		return count();
	}

	@PostMapping("/forwarding-later")
	String forwardingLater(@RequestParam String to) {
		next();
		return this.reactive.build().get().uri(to).retrieve().bodyToMono(String.class).block();
	}

	@PostMapping("/delegating-later")
	String delegatingLater(@RequestParam String to) {
		this.reactive.build().post().uri(to).retrieve().toBodilessEntity().block();
		return count();
	}

}
