package dev.orm.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Logs statements that took longer than a limit, by the logger {@code dev.orm.sql.slow},
 * with their call sites and without values, and keeps the last hundred. Thread-safe.
 */
public final class SlowStatements implements QueryListener {

	/** The logger of slow statements. */
	public static final String LOGGER = "dev.orm.sql.slow";

	private static final int KEPT = 100;

	private static final Logger logger = LoggerFactory.getLogger(LOGGER);

	private final Duration limit;

	private final long limitNanos;

	private final LongAdder count = new LongAdder();

	private final Deque<Slow> last = new ArrayDeque<>(KEPT);

	/**
	 * Create the log.
	 * @param limit what a statement may take without being logged; zero to log none
	 */
	public SlowStatements(Duration limit) {
		this.limit = limit;
		this.limitNanos = limit.toNanos();
	}

	@Override
	public void onQuery(QueryEvent event) {
		if (this.limitNanos > 0 && event.durationNanos() >= this.limitNanos) {
			slow(event, CallSite.find());
		}
	}

	private void slow(QueryEvent event, @Nullable CallSite site) {
		this.count.increment();
		long millis = TimeUnit.NANOSECONDS.toMillis(event.durationNanos());
		logger.warn("{} ms (limit {}) {} {}/{} {} {} {}", grouped(millis), grouped(this.limit.toMillis()),
				rows(event.rows()), event.database(), event.server(), (site != null) ? site : "unknown", event.sql(),
				ValueSummary.of(event.values()));
		keep(new Slow(Instant.now(), millis, StatementId.of(event.sql()), CallSite.text(site), event.database(),
				event.server(), event.rows(), MDC.get("traceId")));
	}

	private static String grouped(long number) {
		return "%,d".formatted(number);
	}

	private static String rows(long rows) {
		return (rows < 0) ? "? rows" : rows + ((rows == 1) ? " row" : " rows");
	}

	private void keep(Slow slow) {
		synchronized (this.last) {
			if (this.last.size() == KEPT) {
				this.last.removeLast();
			}
			this.last.addFirst(slow);
		}
	}

	/**
	 * Return the last hundred.
	 * @return the statements, the latest first
	 */
	public List<Slow> last() {
		synchronized (this.last) {
			return Collections.unmodifiableList(new ArrayList<>(this.last));
		}
	}

	/**
	 * Return how many there were.
	 * @return the number, since the start
	 */
	public long count() {
		return this.count.sum();
	}

	/** Forget those that are kept. */
	public void clear() {
		synchronized (this.last) {
			this.last.clear();
		}
	}

	/**
	 * A slow statement. Immutable.
	 *
	 * @param at when it ended
	 * @param millis how long it took, in milliseconds
	 * @param id the {@link StatementId id} of its text
	 * @param site where it came from
	 * @param database the alias of the database
	 * @param target the server
	 * @param rows the rows read or changed; -1 where unknown
	 * @param trace the trace it was a part of, or null
	 */
	public record Slow(Instant at, long millis, String id, String site, String database, String target, long rows,
			@Nullable String trace) {

	}

}
