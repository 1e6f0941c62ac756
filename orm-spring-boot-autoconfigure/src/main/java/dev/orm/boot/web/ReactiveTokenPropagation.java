package dev.orm.boot.web;

import java.util.Optional;

import dev.orm.cluster.ConsistencyTokens;
import dev.orm.work.UnitOfWork;
import dev.orm.work.WorkScope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * What {@link TokenPropagation} does, for clients that answer later and on other threads:
 * the unit of work is that of the thread that asks. Where that thread may not wait,
 * another one asks the database what was written. Thread-safe.
 */
final class ReactiveTokenPropagation implements ExchangeFilterFunction {

	private final ConsistencyTokens tokens;

	private final SharingHosts hosts;

	ReactiveTokenPropagation(ConsistencyTokens tokens, SharingHosts hosts) {
		this.tokens = tokens;
		this.hosts = hosts;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.defer(() -> {
			UnitOfWork unit = UnitOfWork.current();
			return (unit == null || !this.hosts.contains(request.url())) ? next.exchange(request)
					: token(unit).flatMap((token) -> next.exchange(telling(request, token)))
						.doOnNext((response) -> take(unit, response));
		});
	}

	private Mono<Optional<String>> token(UnitOfWork unit) {
		Mono<Optional<String>> token = Mono.fromSupplier(() -> {
			try (WorkScope scope = UnitOfWork.enter(unit)) {
				return this.tokens.current();
			}
		});
		return Schedulers.isInNonBlockingThread() ? token.subscribeOn(Schedulers.boundedElastic()) : token;
	}

	private static ClientRequest telling(ClientRequest request, Optional<String> token) {
		return token
			.map((told) -> ClientRequest.from(request)
				.headers((headers) -> headers.set(TokenPropagation.HEADER, told))
				.build())
			.orElse(request);
	}

	private void take(UnitOfWork unit, ClientResponse response) {
		@Nullable String told = response.headers().asHttpHeaders().getFirst(TokenPropagation.HEADER);
		if (told != null) {
			try (WorkScope scope = UnitOfWork.enter(unit)) {
				this.tokens.require(told);
			}
		}
	}

}
