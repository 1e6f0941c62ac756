package dev.orm.compile;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/**
 * Counts how often the plan of a query was known. A compiler that nobody gave one counts
 * nothing. Thread-safe.
 */
public final class PlanCounter {

	private final LongAdder hits = new LongAdder();

	private final LongAdder misses = new LongAdder();

	private volatile IntSupplier plans = () -> 0;

	/** Count the plans of a cache. */
	void of(IntSupplier size) {
		this.plans = size;
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
		return this.plans.getAsInt();
	}

}
