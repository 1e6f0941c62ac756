package dev.orm.boot.web;

import java.util.Locale;

import dev.orm.observe.WorkStatements;
import dev.orm.work.UnitOfWork;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a response tells of its request's work, before it is on its way. Thread-safe.
 *
 * @param tokens tells what was written; null where nobody wants to know
 * @param timing whether it tells what statements came to
 */
record ResponseHeaders(@Nullable TokenExchange tokens, boolean timing) {

	static final String TIMING = "Server-Timing";

	/** Whether there is something to tell. */
	boolean isWanted() {
		return this.tokens != null || this.timing;
	}

	/** Let the unit see what its request tells. */
	void take(HttpServletRequest request) {
		if (this.tokens != null) {
			this.tokens.take(request);
		}
	}

	/**
	 * Tell of the thread's unit of work.
	 * @param last what the client was told of its writes before
	 * @return what the client knows of them now
	 */
	String tell(String last, UnitOfWork unit, HttpServletRequest request, HttpServletResponse response) {
		if (this.timing) {
			WorkStatements statements = WorkStatements.of(unit);
			response.setHeader(TIMING,
					String.format(Locale.ROOT, "db;dur=%.1f;desc=\"%s\"", statements.millis(), statements));
		}
		return (this.tokens != null) ? this.tokens.tell(last, request, response) : last;
	}

}
