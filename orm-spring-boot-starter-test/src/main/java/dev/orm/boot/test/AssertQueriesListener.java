package dev.orm.boot.test;

import dev.orm.observe.QueryLog;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Counts the statements of tests that say how many there are. */
final class AssertQueriesListener implements TestExecutionListener, Ordered {

	private static final String LOG = AssertQueriesListener.class.getName() + ".log";

	/** Next to the test itself. */
	private static final int ORDER = 10_000;

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void beforeTestExecution(TestContext test) {
		if (AnnotatedElementUtils.hasAnnotation(test.getTestMethod(), AssertQueries.class)) {
			test.setAttribute(LOG, QueryLog.start());
		}
	}

	@Override
	public void afterTestExecution(TestContext test) {
		QueryLog log = (QueryLog) test.removeAttribute(LOG);
		if (log == null) {
			return;
		}
		log.close();
		AssertQueries expected = AnnotatedElementUtils.findMergedAnnotation(test.getTestMethod(), AssertQueries.class);
		if (expected != null && test.getTestException() == null) {
			new QueryCount(expected, log).check();
		}
	}

}
