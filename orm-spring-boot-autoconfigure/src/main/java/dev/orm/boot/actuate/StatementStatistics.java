package dev.orm.boot.actuate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryListener;

/**
 * Counts and times the first thousand different statements of the application. Texts hold
 * no values. Thread-safe.
 *
 * @since 0.1.0
 */
public final class StatementStatistics implements QueryListener {

	// queries have one text per shape, so an application that comes near it builds SQL of
	// its own
	private static final int CAPACITY = 1000;

	private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

	@Override
	public void onQuery(QueryEvent event) {
		Tally tally = this.tallies.get(event.sql());
		if (tally == null && this.tallies.size() < CAPACITY) {
			tally = this.tallies.computeIfAbsent(event.sql(), (sql) -> new Tally());
		}
		if (tally != null) {
			tally.add(event);
		}
	}

	/**
	 * Return the statements that took longest in sum.
	 * @param limit how many
	 * @return the statements, the costliest first
	 */
	public List<StatementDescriptor> costliest(int limit) {
		return this.tallies.entrySet()
			.stream()
			.map((entry) -> entry.getValue().describe(entry.getKey()))
			.sorted(Comparator.comparingDouble(StatementDescriptor::totalMillis).reversed())
			.limit(limit)
			.toList();
	}

	/**
	 * A statement and what it cost.
	 *
	 * @param sql the text, with a mark for each value
	 * @param count how often it ran
	 * @param errors how often it failed
	 * @param totalMillis the time of all runs, in milliseconds
	 * @param meanMillis the time of one run, in milliseconds
	 */
	public record StatementDescriptor(String sql, long count, long errors, double totalMillis, double meanMillis) {

	}

	/** The sums of one statement. */
	private static final class Tally {

		private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

		private final LongAdder count = new LongAdder();

		private final LongAdder errors = new LongAdder();

		private final LongAdder nanos = new LongAdder();

		void add(QueryEvent event) {
			this.count.increment();
			this.nanos.add(event.durationNanos());
			if (event.failed()) {
				this.errors.increment();
			}
		}

		StatementDescriptor describe(String sql) {
			long runs = this.count.sum();
			double millis = this.nanos.sum() / NANOS_PER_MILLI;
			return new StatementDescriptor(sql, runs, this.errors.sum(), millis, millis / Math.max(1, runs));
		}

	}

}
