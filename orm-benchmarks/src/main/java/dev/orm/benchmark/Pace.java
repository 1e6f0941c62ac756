package dev.orm.benchmark;

import java.util.concurrent.TimeUnit;

/**
 * Keeps a run within its time: shortens the iterations of the forks that are left when
 * the forks before took longer than planned, most of which is starting JVMs and contexts.
 * Not thread-safe.
 */
final class Pace {

	/** Shorter iterations would measure the interpreter. */
	private static final int LEAST = 200;

	private final long end;

	private int left;

	private int forks;

	/** What all forks so far took beside their iterations. */
	private long beside;

	private long started;

	/**
	 * Plan a run.
	 * @param mode how long it may take
	 * @param start when the run started, by {@link System#nanoTime()}
	 * @param forks how many forks it will have
	 */
	Pace(Mode mode, long start, int forks) {
		this.end = start + mode.budget();
		this.left = forks;
	}

	/**
	 * A fork starts.
	 * @param mode how long its iterations would take
	 * @return how long they may take
	 */
	Mode start(Mode mode) {
		this.started = System.nanoTime();
		if (this.forks == 0) {
			return mode;
		}
		long each = (this.end - this.started) / Math.max(this.left, 1) - this.beside / this.forks;
		long millis = TimeUnit.NANOSECONDS.toMillis(each / (mode.warmups() + mode.iterations()));
		return mode.lasting((int) Math.max(LEAST, Math.min(millis, mode.millis())));
	}

	/**
	 * A fork has ended.
	 * @param mode how long its iterations were to take
	 */
	void end(Mode mode) {
		this.beside += Math.max(0, System.nanoTime() - this.started - mode.iterating());
		this.forks++;
		this.left--;
	}

}
