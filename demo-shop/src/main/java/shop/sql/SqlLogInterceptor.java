package shop.sql;

import dev.orm.observe.QueryLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Logs what a request runs, and hands the log to the page as {@code sqlLog}. */
final class SqlLogInterceptor implements HandlerInterceptor {

	private static final String LOG = SqlLogInterceptor.class.getName();

	private static final String SHOWN = "sqlLog";

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		QueryLog log = QueryLog.start();
		request.setAttribute(LOG, log);
		// a request attribute reaches the view without every controller adding it to its
		// model
		request.setAttribute(SHOWN, new SqlLog(log));
		return true;
	}

	/**
	 * A page after a redirect shows what ran before it, too: that is where an order is
	 * placed.
	 */
	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView view) {
		if (view != null && view.getViewName() != null && view.getViewName().startsWith("redirect:")) {
			RequestContextUtils.getOutputFlashMap(request).put("sqlBefore", request.getAttribute(SHOWN));
		}
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
