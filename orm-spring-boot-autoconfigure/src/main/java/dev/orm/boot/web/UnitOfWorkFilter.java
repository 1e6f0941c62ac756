package dev.orm.boot.web;

import java.io.IOException;

import dev.orm.work.UnitOfWork;
import dev.orm.work.WorkScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Makes each request a unit of work, on whichever threads and in whichever dispatches it
 * is answered. Thread-safe.
 */
final class UnitOfWorkFilter extends OncePerRequestFilter {

	private final ResponseHeaders headers;

	UnitOfWorkFilter(ResponseHeaders headers) {
		this.headers = headers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		RequestWork known = RequestWork.of(request);
		try (WorkScope scope = (known != null) ? known.enter() : UnitOfWork.open()) {
			RequestWork work = (known != null) ? known : begin(request);
			if (this.headers.isWanted()) {
				follow(request, telling(request, response, work), chain);
			}
			else {
				chain.doFilter(request, response);
			}
		}
	}

	private RequestWork begin(HttpServletRequest request) {
		UnitOfWork unit = UnitOfWork.current();
		if (unit == null) {
			throw new IllegalStateException("An open unit of work is that of the thread");
		}
		this.headers.take(request);
		WebAsyncUtils.getAsyncManager(request)
			.registerCallableInterceptor(UnitOfWorkFilter.class, new CarriedWork(unit));
		return RequestWork.begin(request, unit);
	}

	/** A dispatch from another thread brings the response of the one before. */
	private TellingResponse telling(HttpServletRequest request, HttpServletResponse response, RequestWork work) {
		TellingResponse known = WebUtils.getNativeResponse(response, TellingResponse.class);
		return (known != null) ? known : new TellingResponse(request, response, work, this.headers);
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
