package dev.orm.boot.test;

import dev.orm.Orm;
import dev.orm.signal.Events.Muting;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Mutes the events of tests that say so. */
final class MuteEventsListener implements TestExecutionListener, Ordered {

	private static final String MUTING = MuteEventsListener.class.getName() + ".muting";

	/** Next to the test itself. */
	private static final int ORDER = 10_000;

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void beforeTestExecution(TestContext test) {
		MuteEvents muted = find(test);
		if (muted != null) {
			Orm orm = test.getApplicationContext().getBean(Orm.class);
			test.setAttribute(MUTING, orm.events().mute(muted.value()));
		}
	}

	private static @Nullable MuteEvents find(TestContext test) {
		MuteEvents ofMethod = AnnotatedElementUtils.findMergedAnnotation(test.getTestMethod(), MuteEvents.class);
		return (ofMethod != null) ? ofMethod
				: AnnotatedElementUtils.findMergedAnnotation(test.getTestClass(), MuteEvents.class);
	}

	@Override
	public void afterTestExecution(TestContext test) {
		Muting muting = (Muting) test.removeAttribute(MUTING);
		if (muting != null) {
			muting.close();
		}
	}

}
