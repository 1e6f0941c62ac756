package dev.orm.compile;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.orm.expression.node.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The plans of queries by shape and those of other statements by what their text depends
 * on, bounded by the memory they are estimated to take: when it is used up all go, and
 * those in use come back. A plan that would take a good part of it alone is not kept.
 * Thread-safe; two threads may compile one shape at the same time, and either plan will
 * do.
 */
final class PlanCache implements PlanCounter.Counted {

	/** How much of the cache one plan may take. */
	private static final int SHARE = 16;

	/** What a plan takes beside its text and its parameters. */
	private static final int PLAN = 400;

	/** What a parameter takes: a slot, its type, places in lists and in the key. */
	private static final int PARAMETER = 80;

	/** What a token of a shape takes, if no other shape has it. */
	private static final int TOKEN = 24;

	private final ConcurrentHashMap<Object, List<CompiledQuery>> plans = new ConcurrentHashMap<>();

	private final long limit;

	private final @Nullable PlanCounter counter;

	private long used;

	/**
	 * Create a cache that nobody counts.
	 * @param limit how many bytes the plans may take, by estimate
	 */
	PlanCache(long limit) {
		this(limit, null);
	}

	/**
	 * Create a cache.
	 * @param limit how many bytes the plans may take, by estimate
	 * @param counter counts look-ups; null for nobody
	 */
	PlanCache(long limit, @Nullable PlanCounter counter) {
		this.limit = limit;
		this.counter = counter;
		if (counter != null) {
			counter.of(this);
		}
	}

	/** Return the plans of a query, compiling it if none of its shape is known. */
	List<CompiledQuery> get(Shape.Builder values, Supplier<List<CompiledQuery>> compile) {
		Shape shape = values.build();
		@Nullable List<CompiledQuery> known = this.plans.get(shape);
		Shape kept = (known == null) ? shape.copy() : shape;
		values.release();
		count(known != null);
		return (known != null) ? known : keep(kept, (long) kept.size() * TOKEN, compile.get());
	}

	/** Return the plan of a statement, making it if none of its key is known. */
	CompiledQuery get(Object key, Supplier<CompiledQuery> compile) {
		@Nullable List<CompiledQuery> known = this.plans.get(key);
		count(known != null);
		return ((known != null) ? known : keep(key, 0, List.of(compile.get()))).get(0);
	}

	private void count(boolean known) {
		if (this.counter == null) {
			return;
		}
		if (known) {
			this.counter.hit();
		}
		else {
			this.counter.miss();
		}
	}

	private List<CompiledQuery> keep(Object key, long keySize, List<CompiledQuery> compiled) {
		List<CompiledQuery> fresh = List.copyOf(compiled);
		long size = keySize + fresh.stream().mapToLong(PlanCache::size).sum();
		if (size <= this.limit / SHARE) {
			keep(key, fresh, size);
		}
		return fresh;
	}

	/**
	 * Clearing keeps the hot path free of bookkeeping; a full cache means shapes vary.
	 */
	private synchronized void keep(Object key, List<CompiledQuery> fresh, long size) {
		if (this.used + size > this.limit) {
			this.plans.clear();
			this.used = 0;
		}
		if (this.plans.put(key, fresh) == null) {
			this.used += size;
		}
	}

	private static long size(CompiledQuery plan) {
		return PLAN + (long) plan.sql().length() + (long) plan.types().size() * PARAMETER;
	}

	@Override
	public int size() {
		return this.plans.size();
	}

	/** Return how many bytes the plans may take, by estimate. */
	@Override
	public long limit() {
		return this.limit;
	}

	/** Return how many bytes the plans take, by estimate. */
	@Override
	public synchronized long used() {
		return this.used;
	}

}
