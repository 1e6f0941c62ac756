package dev.orm.boot.web;

import java.io.IOException;

import dev.orm.work.UnitOfWork;
import dev.orm.work.WorkScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Makes each request a unit of work, on whichever threads and in whichever dispatches it
 * is answered. Thread-safe.
 */
final class UnitOfWorkFilter extends OncePerRequestFilter {

	private final @Nullable TokenExchange tokens;

	UnitOfWorkFilter(@Nullable TokenExchange tokens) {
		this.tokens = tokens;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		RequestWork known = RequestWork.of(request);
		try (WorkScope scope = (known != null) ? known.enter() : UnitOfWork.open()) {
			RequestWork work = (known != null) ? known : begin(request);
			if (this.tokens == null) {
				chain.doFilter(request, response);
			}
			else {
				follow(request, telling(request, response, work, this.tokens), chain);
			}
		}
	}

	private RequestWork begin(HttpServletRequest request) {
		UnitOfWork unit = UnitOfWork.current();
		if (unit == null) {
			throw new IllegalStateException("An open unit of work is that of the thread");
		}
		if (this.tokens != null) {
			this.tokens.take(request);
		}
		WebAsyncUtils.getAsyncManager(request)
			.registerCallableInterceptor(UnitOfWorkFilter.class, new CarriedWork(unit));
		return RequestWork.begin(request, unit);
	}

	/** A dispatch from another thread brings the response of the one before. */
	private static TellingResponse telling(HttpServletRequest request, HttpServletResponse response, RequestWork work,
			TokenExchange tokens) {
		TellingResponse known = WebUtils.getNativeResponse(response, TellingResponse.class);
		return (known != null) ? known : new TellingResponse(request, response, work, tokens);
	}

	private void follow(HttpServletRequest request, TellingResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		finally {
			if (!isAsyncStarted(request)) {
				response.tell();
			}
		}
	}

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

}
