package dev.orm.observe;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import dev.orm.work.Slot;
import dev.orm.work.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a unit of work, or of a transaction outside of any, came to.
 * Thread-safe.
 */
public final class WorkStatements {

	private static final Slot<WorkStatements> SLOT = Slot.of(WorkStatements.class, (unit) -> new WorkStatements());

	private static final int MOST_PLANS = 256;

	private final LongAdder count = new LongAdder();

	private final LongAdder nanos = new LongAdder();

	private final LongAdder rows = new LongAdder();

	private final AtomicInteger writes = new AtomicInteger();

	private final Map<String, PlanRuns> plans = new ConcurrentHashMap<>();

	/**
	 * Return the statements of a unit.
	 * @param unit the unit
	 * @return its statements, until now and from now on
	 */
	public static WorkStatements of(UnitOfWork unit) {
		return unit.get(SLOT);
	}

	/**
	 * Return what a statement that ends now is counted in.
	 * @param transaction the statements of its transaction, or null
	 * @return those of the thread's unit, else of the transaction, else null
	 */
	static @Nullable WorkStatements current(@Nullable WorkStatements transaction) {
		UnitOfWork unit = UnitOfWork.current();
		return (unit != null) ? of(unit) : transaction;
	}

	/** Count a statement; null where there are too many to tell apart. */
	@Nullable PlanRuns add(QueryEvent event) {
		this.count.increment();
		this.nanos.add(event.durationNanos());
		this.rows.add(Math.max(0, event.rows()));
		if (event.operation().isWrite()) {
			this.writes.incrementAndGet();
		}
		PlanRuns known = this.plans.get(event.sql());
		if (known == null && this.plans.size() < MOST_PLANS) {
			known = this.plans.computeIfAbsent(event.sql(), (sql) -> new PlanRuns(sql, event.collection()));
		}
		if (known != null) {
			known.ran(event.durationNanos());
		}
		return known;
	}

	/** Return how many writes there were: what is read again after one is new. */
	int writes() {
		return this.writes.get();
	}

	/** Return the text by which rows of a table were read last, or null. */
	@Nullable String lastRead(String table) {
		return this.plans.values()
			.stream()
			.filter((plan) -> plan.table().equals(table))
			.max(Comparator.comparingLong(PlanRuns::last))
			.map(PlanRuns::sql)
			.orElse(null);
	}

	/**
	 * Return how many statements ran.
	 * @return the number
	 */
	public long count() {
		return this.count.sum();
	}

	/**
	 * Return how many of them had run before, with these or other values.
	 * @return the number
	 */
	public long repeated() {
		return this.plans.values().stream().mapToLong((plan) -> plan.count() - 1).sum();
	}

	/**
	 * Return how long they took.
	 * @return the sum, in milliseconds
	 */
	public double millis() {
		return this.nanos.sum() / (double) TimeUnit.MILLISECONDS.toNanos(1);
	}

	/**
	 * Return how many rows they read or changed.
	 * @return the sum
	 */
	public long rows() {
		return this.rows.sum();
	}

	/**
	 * Return the statements that took longest.
	 * @param limit how many at most
	 * @return the statements, the longest in sum first
	 */
	public List<Statement> statements(int limit) {
		return this.plans.values()
			.stream()
			.map((plan) -> new Statement(StatementId.of(plan.sql()), plan.count(),
					plan.nanos() / (double) TimeUnit.MILLISECONDS.toNanos(1)))
			.sorted(Comparator.comparingDouble(Statement::millis).reversed())
			.limit(limit)
			.toList();
	}

	@Override
	public String toString() {
		return "%d queries, %d repeated".formatted(count(), repeated());
	}

	/**
	 * A statement of a unit. Immutable.
	 *
	 * @param id the {@link StatementId id} of its text
	 * @param count how often it ran
	 * @param millis how long that took, in milliseconds
	 */
	public record Statement(String id, long count, double millis) {

	}

	/** The runs of one statement. */
	static final class PlanRuns {

		private static final int MOST_PLACES = 256;

		private final String sql;

		private final String table;

		private final AtomicInteger count = new AtomicInteger();

		private final LongAdder nanos = new LongAdder();

		private final Map<Object, AtomicInteger> places = new ConcurrentHashMap<>(0);

		private volatile long last;

		private PlanRuns(String sql, String table) {
			this.sql = sql;
			this.table = table;
		}

		private void ran(long duration) {
			this.count.incrementAndGet();
			this.nanos.add(duration);
			this.last = System.nanoTime();
		}

		String sql() {
			return this.sql;
		}

		String table() {
			return this.table;
		}

		int count() {
			return this.count.get();
		}

		long nanos() {
			return this.nanos.sum();
		}

		long last() {
			return this.last;
		}

		/** Count a run at a place, and return how many there were there. */
		int at(Object place) {
			if (this.places.size() >= MOST_PLACES && !this.places.containsKey(place)) {
				return 1;
			}
			return Objects.requireNonNull(this.places.computeIfAbsent(place, (fresh) -> new AtomicInteger()))
				.incrementAndGet();
		}

	}

}
