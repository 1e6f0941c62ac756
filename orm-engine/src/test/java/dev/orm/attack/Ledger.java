package dev.orm.attack;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What an attack saw. Thread-safe. */
public final class Ledger {

	private final LongAdder operations = new LongAdder();

	private final LongAdder faults = new LongAdder();

	private final LongAdder unknown = new LongAdder();

	private final Queue<String> lost = new ConcurrentLinkedQueue<>();

	private final Queue<String> doubled = new ConcurrentLinkedQueue<>();

	private final Queue<String> problems = new ConcurrentLinkedQueue<>();

	/** An operation was tried. */
	public void operation() {
		this.operations.increment();
	}

	/**
	 * Some operations were tried.
	 * @param number how many
	 */
	public void operations(int number) {
		this.operations.add(number);
	}

	/** A fault was planted and did its harm. */
	public void fault() {
		this.faults.increment();
	}

	/** The caller was told that the outcome is not known. */
	public void unknown() {
		this.unknown.increment();
	}

	/**
	 * Something the caller was told to be done is not.
	 * @param what what it is
	 */
	public void lost(String what) {
		this.lost.add(what);
	}

	/**
	 * Something was done twice, or though the caller was told that it was not.
	 * @param what what it is
	 */
	public void doubled(String what) {
		this.doubled.add(what);
	}

	/**
	 * Anything else that must not be.
	 * @param what what it is
	 */
	public void problem(String what) {
		this.problems.add(what);
	}

	/**
	 * Return all that must not be.
	 * @return a line each
	 */
	public List<String> findings() {
		return java.util.stream.Stream.of(this.lost, this.doubled, this.problems).flatMap(Queue::stream).toList();
	}

	/**
	 * Return the figures.
	 * @return a row of a table
	 */
	public String figures() {
		return "%,12d %,10d %,9d %6d %8d %9d".formatted(this.operations.sum(), this.faults.sum(), this.unknown.sum(),
				this.lost.size(), this.doubled.size(), this.problems.size());
	}

	/**
	 * Return the number of operations.
	 * @return the number
	 */
	public long operations() {
		return this.operations.sum();
	}

	/**
	 * Return the number of faults.
	 * @return the number
	 */
	public long faults() {
		return this.faults.sum();
	}

}
