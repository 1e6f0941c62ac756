package dev.orm.boot.web;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

import dev.orm.cluster.ConsistencyTokens;
import dev.orm.work.UnitOfWork;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Tells applications that share databases with this one what the unit of work wrote, and
 * takes in what they tell that they wrote for it. Thread-safe.
 */
final class TokenPropagation implements ClientHttpRequestInterceptor {

	private static final String HEADER = "Orm-Read-After";

	private final ConsistencyTokens tokens;

	private final Set<String> hosts;

	TokenPropagation(ConsistencyTokens tokens, Set<String> hosts) {
		this.tokens = tokens;
		this.hosts = Set.copyOf(hosts);
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		if (UnitOfWork.current() == null || !isShared(request.getURI())) {
			return execution.execute(request, body);
		}
		this.tokens.current().ifPresent((token) -> request.getHeaders().set(HEADER, token));
		ClientHttpResponse response = execution.execute(request, body);
		String told = response.getHeaders().getFirst(HEADER);
		if (told != null) {
			this.tokens.require(told);
		}
		return response;
	}

	private boolean isShared(URI target) {
		String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
		return this.hosts.contains(host) || this.hosts.contains(host + ":" + target.getPort());
	}

}
