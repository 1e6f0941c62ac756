package shop.web;

import java.io.IOException;

import dev.orm.cluster.ConsistencyTokens;
import dev.orm.work.UnitOfWork;
import dev.orm.work.WorkScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes each request a unit of work: its reads see its own writes. What it wrote is told
 * by a header and a cookie, so that the client's next request sees it as well, on
 * whichever instance.
 */
// tag::filter[]
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnitOfWorkFilter extends OncePerRequestFilter {

	static final String HEADER = "Orm-Read-After";

	static final String COOKIE = "orm-read-after";

	private final ObjectProvider<ConsistencyTokens> tokens;

	UnitOfWorkFilter(ObjectProvider<ConsistencyTokens> tokens) {
		this.tokens = tokens;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ConsistencyTokens known = this.tokens.getIfAvailable();
		try (WorkScope scope = UnitOfWork.open()) {
			if (known == null) {
				chain.doFilter(request, response);
			}
			else {
				follow(request, response, chain, known);
			}
		}
	}

	private static void follow(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
			ConsistencyTokens tokens) throws ServletException, IOException {
		String told = told(request);
		if (told != null) {
			tokens.require(told);
		}
		TellingResponse telling = new TellingResponse(response, request.isSecure(), tokens);
		chain.doFilter(request, telling);
		telling.tell();
	}

	private static @Nullable String told(HttpServletRequest request) {
		String header = request.getHeader(HEADER);
		return (header != null) ? header : TellingResponse.cookie(request);
	}

}
// end::filter[]
