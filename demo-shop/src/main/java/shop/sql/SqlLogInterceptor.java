package shop.sql;

import dev.orm.observe.QueryLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerInterceptor;

/** Logs what a request runs, and hands the log to the page as {@code sqlLog}. */
final class SqlLogInterceptor implements HandlerInterceptor {

	private static final String LOG = SqlLogInterceptor.class.getName();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		QueryLog log = QueryLog.start();
		request.setAttribute(LOG, log);
		// a request attribute reaches the view without every controller adding it to its
		// model
		request.setAttribute("sqlLog", new SqlLog(log));
		return true;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception exception) {
		if (request.getAttribute(LOG) instanceof QueryLog log) {
			request.removeAttribute(LOG);
			log.close();
		}
	}

}
