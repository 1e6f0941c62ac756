package dev.orm.boot.web;

import java.io.IOException;

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

	static final String HEADER = "Orm-Read-After";

	private final ConsistencyTokens tokens;

	private final SharingHosts hosts;

	TokenPropagation(ConsistencyTokens tokens, SharingHosts hosts) {
		this.tokens = tokens;
		this.hosts = hosts;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		if (UnitOfWork.current() == null || !this.hosts.contains(request.getURI())) {
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

}
