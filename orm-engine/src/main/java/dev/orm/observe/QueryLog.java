package dev.orm.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The statements a thread ran between {@link #start()} and {@link #close()}. Django's
 * {@code CaptureQueriesContext}. Logs nest: an outer log holds what an inner one holds.
 * Used by one thread.
 *
 * <pre>
 * QueryLog log = QueryLog.capture(() -&gt; orders.list());
 * assertThat(log.count()).isEqualTo(1);
 * </pre>
 */
public final class QueryLog implements AutoCloseable {

	private static final ThreadLocal<@Nullable QueryLog> CURRENT = new ThreadLocal<>();

	private final List<QueryEvent> events = new ArrayList<>();

	private final @Nullable QueryLog outer;

	private QueryLog(@Nullable QueryLog outer) {
		this.outer = outer;
	}

	/**
	 * Start to log what this thread runs.
	 * @return the log, to be closed on this thread
	 */
	public static QueryLog start() {
		QueryLog log = new QueryLog(CURRENT.get());
		CURRENT.set(log);
		return log;
	}

	/**
	 * Log what some work runs on this thread.
	 * @param work the work
	 * @return the closed log
	 */
	public static QueryLog capture(Runnable work) {
		try (QueryLog log = start()) {
			work.run();
			return log;
		}
	}

	static boolean isCapturing() {
		return CURRENT.get() != null;
	}

	static void add(QueryEvent event) {
		for (QueryLog log = CURRENT.get(); log != null; log = log.outer) {
			log.events.add(event);
		}
	}

	/**
	 * Return how many statements ran.
	 * @return the number
	 */
	public int count() {
		return this.events.size();
	}

	/**
	 * Return the statements.
	 * @return the events, in order
	 */
	public List<QueryEvent> events() {
		return List.copyOf(this.events);
	}

	/**
	 * Return the texts of the statements.
	 * @return the texts, in order
	 */
	public List<String> statements() {
		return this.events.stream().map(QueryEvent::sql).toList();
	}

	/**
	 * Return the statements of one database.
	 * @param alias its alias
	 * @return the events, in order
	 */
	public List<QueryEvent> on(String alias) {
		return this.events.stream().filter((event) -> event.database().equals(alias)).toList();
	}

	/**
	 * Return the statements that ran several times with the same values, so that all but
	 * the first told nothing new.
	 * @return how often each ran, in the order of their first run
	 */
	public Map<String, Integer> duplicates() {
		Map<List<Object>, Integer> runs = new LinkedHashMap<>();
		this.events
			.forEach((event) -> runs.merge(List.of(event.database(), event.sql(), event.values()), 1, Integer::sum));
		Map<String, Integer> duplicates = new LinkedHashMap<>();
		runs.forEach((run, times) -> {
			if (times > 1) {
				duplicates.merge((String) run.get(1), times, Integer::sum);
			}
		});
		return duplicates;
	}

	/**
	 * Return the statements that ran several times, whatever their values: once for each
	 * row, perhaps, where one statement could do.
	 * @return how often each ran, in the order of their first run
	 */
	public Map<String, Integer> repeated() {
		Map<String, Integer> runs = new LinkedHashMap<>();
		this.events.forEach((event) -> runs.merge(event.sql(), 1, Integer::sum));
		runs.values().removeIf((times) -> times == 1);
		return runs;
	}

	/**
	 * Return the time all statements took.
	 * @return the sum
	 */
	public Duration totalTime() {
		return Duration.ofNanos(this.events.stream().mapToLong(QueryEvent::durationNanos).sum());
	}

	/** Stop to log; what was logged stays readable. */
	@Override
	public void close() {
		if (CURRENT.get() != this) {
			throw new IllegalStateException("Close query logs on the thread that started them, the inner one first");
		}
		if (this.outer != null) {
			CURRENT.set(this.outer);
		}
		else {
			CURRENT.remove();
		}
	}

	@Override
	public String toString() {
		return count() + " queries in " + totalTime().toMillis() + " ms\n" + String.join("\n", statements());
	}

}
