package dev.orm.observe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * Counts and times the first thousand different statements of the application, with the
 * places they come from. Texts hold no values. Thread-safe.
 */
public final class StatementStatistics implements QueryListener {

	// queries have one text per shape, so an application that comes near it builds SQL of
	// its own
	private static final int CAPACITY = 1000;

	private final Map<Key, Tally> tallies = new ConcurrentHashMap<>();

	private final LongAdder dropped = new LongAdder();

	private volatile Instant since = Instant.now();

	@Override
	public void onQuery(QueryEvent event) {
		Key key = new Key(event.sql(), event.database());
		Tally tally = this.tallies.get(key);
		if (tally == null && this.tallies.size() < CAPACITY) {
			tally = this.tallies.computeIfAbsent(key, (fresh) -> new Tally(event.operation()));
		}
		if (tally != null) {
			tally.add(event);
		}
		else {
			this.dropped.increment();
		}
	}

	/**
	 * Return the statements that come first in an order.
	 * @param order the order
	 * @param limit how many
	 * @param database the alias of their database; null for all
	 * @return the statements
	 */
	public List<Statement> top(Order order, int limit, @Nullable String database) {
		return this.tallies.entrySet()
			.stream()
			.filter((entry) -> database == null || entry.getKey().database().equals(database))
			.map((entry) -> entry.getValue().describe(entry.getKey()))
			.sorted(order.comparator.reversed())
			.limit(limit)
			.toList();
	}

	/**
	 * Return a statement.
	 * @param id the {@link StatementId id} of its text
	 * @return the statement, or null
	 */
	public @Nullable Statement find(String id) {
		return this.tallies.entrySet()
			.stream()
			.filter((entry) -> StatementId.of(entry.getKey().sql()).equals(id))
			.findFirst()
			.map((entry) -> entry.getValue().describe(entry.getKey()))
			.orElse(null);
	}

	/**
	 * Return from when on it counts.
	 * @return the start, or the last reset
	 */
	public Instant since() {
		return this.since;
	}

	/**
	 * Return how many runs were not counted, of statements beyond the first thousand.
	 * @return the number
	 */
	public long dropped() {
		return this.dropped.sum();
	}

	/** Forget everything. */
	public void clear() {
		this.tallies.clear();
		this.dropped.reset();
		this.since = Instant.now();
	}

	/** What statements are listed by, the largest first. */
	public enum Order {

		/** The time of all runs. */
		TOTAL(Comparator.comparingDouble(Statement::totalMillis)),
		/** The number of runs. */
		CALLS(Comparator.comparingLong(Statement::calls)),
		/** The time of one run. */
		MEAN(Comparator.comparingDouble(Statement::meanMillis)),
		/** The time of the longest run. */
		MAX(Comparator.comparingDouble(Statement::maxMillis));

		private final Comparator<Statement> comparator;

		Order(Comparator<Statement> comparator) {
			this.comparator = comparator;
		}

	}

	/**
	 * A statement and what it cost. Immutable.
	 *
	 * @param id the {@link StatementId id} of its text
	 * @param name its name, or the first place it came from
	 * @param sites places it came from, some of them
	 * @param sql the text, with a mark for each value
	 * @param operation what it does
	 * @param database the alias of the database
	 * @param calls how often it ran
	 * @param errors how often it failed
	 * @param rows how many rows it read or changed in all
	 * @param totalMillis the time of all runs, in milliseconds
	 * @param meanMillis the time of one run, in milliseconds
	 * @param maxMillis the time of the longest run, in milliseconds
	 * @param targets how often it ran on which server
	 */
	public record Statement(String id, String name, List<String> sites, String sql, Operation operation,
			String database, long calls, long errors, long rows, double totalMillis, double meanMillis,
			double maxMillis, Map<String, Long> targets) {

	}

	private record Key(String sql, String database) {

	}

	/** The sums of one statement. */
	private static final class Tally {

		private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

		private static final int MOST_SITES = 8;

		/** A place is looked for at the first run, and at one of so many. */
		private static final int EVERY = 64;

		private final Operation operation;

		private final LongAdder calls = new LongAdder();

		private final LongAdder errors = new LongAdder();

		private final LongAdder rows = new LongAdder();

		private final LongAdder nanos = new LongAdder();

		private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

		private final Map<String, LongAdder> targets = new ConcurrentHashMap<>(1);

		private final Set<CallSite> sites = ConcurrentHashMap.newKeySet(1);

		private volatile @Nullable String name;

		Tally(Operation operation) {
			this.operation = operation;
		}

		void add(QueryEvent event) {
			this.calls.increment();
			this.rows.add(Math.max(0, event.rows()));
			this.nanos.add(event.durationNanos());
			this.longest.accumulate(event.durationNanos());
			this.targets.computeIfAbsent(event.server(), (fresh) -> new LongAdder()).increment();
			if (event.failed()) {
				this.errors.increment();
			}
			if (event.purpose().name() != null) {
				this.name = event.purpose().name();
			}
			if (this.sites.isEmpty() || (this.calls.sum() % EVERY == 0 && this.sites.size() < MOST_SITES)) {
				look();
			}
		}

		private void look() {
			CallSite site = CallSite.find();
			if (site != null) {
				this.sites.add(site);
			}
		}

		Statement describe(Key key) {
			long runs = this.calls.sum();
			double millis = this.nanos.sum() / NANOS_PER_MILLI;
			List<CallSite> places = new ArrayList<>(this.sites);
			String given = this.name;
			String called = (given != null) ? given : places.isEmpty() ? "" : places.get(0).name();
			Map<String, Long> servers = new TreeMap<>();
			this.targets.forEach((server, count) -> servers.put(server, count.sum()));
			return new Statement(StatementId.of(key.sql()), called, places.stream().map(CallSite::place).toList(),
					key.sql(), this.operation, key.database(), runs, this.errors.sum(), this.rows.sum(), millis,
					millis / Math.max(1, runs), this.longest.get() / NANOS_PER_MILLI, servers);
		}

	}

}
