package dev.orm.boot.actuate;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.orm.error.QueryValueException;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database, beside the application, how it would run SELECTs that were slow.
 * What is asked for while others wait is left out. Thread-safe.
 */
public final class SlowPlans implements QueryListener, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(SlowPlans.class);

	private static final int MOST_WAITING = 8;

	private static final long IDLE_SECONDS = 10;

	private final GenericPlans plans;

	private final long limitNanos;

	/** Its thread is there while there is something to ask. */
	private final ThreadPoolExecutor asking = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(MOST_WAITING), SlowPlans::thread, new ThreadPoolExecutor.DiscardPolicy());

	/**
	 * Create it.
	 * @param plans asks for plans, and keeps them
	 * @param limit what a statement may take without being explained; zero to explain
	 * none
	 */
	public SlowPlans(GenericPlans plans, Duration limit) {
		this.plans = plans;
		this.limitNanos = limit.toNanos();
		this.asking.allowCoreThreadTimeOut(true);
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "orm-slow-plans");
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public void onQuery(QueryEvent event) {
		if (this.limitNanos > 0 && event.durationNanos() >= this.limitNanos && !event.operation().isWrite()) {
			this.asking.execute(() -> ask(event));
		}
	}

	private void ask(QueryEvent event) {
		try {
			this.plans.explain(event.database(), event.sql(), event.operation());
		}
		catch (QueryValueException ex) {
			logger.debug("No plan of a slow statement: {}", ex.getMessage());
		}
	}

	@Override
	public void close() {
		this.asking.shutdownNow();
	}

}
