package dev.orm.boot.web;

import dev.orm.work.UnitOfWork;
import dev.orm.work.WorkScope;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work of a request, through all its dispatches, and what the client knows of
 * it. Used by one thread after another.
 */
final class RequestWork {

	private static final String ATTRIBUTE = RequestWork.class.getName();

	private final UnitOfWork unit;

	private volatile String told = "";

	private RequestWork(UnitOfWork unit) {
		this.unit = unit;
	}

	/** Begin the work of a request, which is the thread's. */
	static RequestWork begin(ServletRequest request, UnitOfWork unit) {
		RequestWork work = new RequestWork(unit);
		request.setAttribute(ATTRIBUTE, work);
		return work;
	}

	/** Find the work that an earlier dispatch began. */
	static @Nullable RequestWork of(ServletRequest request) {
		return (RequestWork) request.getAttribute(ATTRIBUTE);
	}

	WorkScope enter() {
		return UnitOfWork.enter(this.unit);
	}

	/** Tell the client, if there is still time to. */
	void tell(ResponseHeaders headers, HttpServletRequest request, HttpServletResponse response) {
		if (response.isCommitted()) {
			return;
		}
		try (WorkScope scope = enter()) {
			this.told = headers.tell(this.told, this.unit, request, response);
		}
	}

	/** The client knows nothing: the headers are gone. */
	void forget() {
		this.told = "";
	}

}
