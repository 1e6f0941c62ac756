package dev.orm.compile;

import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * Counts how often the plan of a query was known. A compiler that nobody gave one counts
 * nothing. Thread-safe.
 */
public final class PlanCounter {

	private final LongAdder hits = new LongAdder();

	private final LongAdder misses = new LongAdder();

	private volatile @Nullable Counted plans;

	/** Count the plans of a cache. */
	void of(Counted cache) {
		this.plans = cache;
	}

	void hit() {
		this.hits.increment();
	}

	void miss() {
		this.misses.increment();
	}

	/**
	 * Return how often a plan was known.
	 * @return the number, since the start
	 */
	public long hits() {
		return this.hits.sum();
	}

	/**
	 * Return how often a query was compiled.
	 * @return the number, since the start
	 */
	public long misses() {
		return this.misses.sum();
	}

	/**
	 * Return how many shapes of queries are known now.
	 * @return the number
	 */
	public int plans() {
		Counted cache = this.plans;
		return (cache != null) ? cache.size() : 0;
	}

	/**
	 * Return how many bytes their plans take now.
	 * @return the bytes, by estimate
	 */
	public long bytes() {
		Counted cache = this.plans;
		return (cache != null) ? cache.used() : 0;
	}

	/**
	 * Return how many bytes plans may take.
	 * @return the bytes; 0 before there is a cache
	 */
	public long capacity() {
		Counted cache = this.plans;
		return (cache != null) ? cache.limit() : 0;
	}

	/** What holds plans, and tells how many. */
	interface Counted {

		int size();

		long used();

		long limit();

	}

}
