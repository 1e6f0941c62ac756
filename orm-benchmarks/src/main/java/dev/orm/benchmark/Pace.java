package dev.orm.benchmark;

import java.util.concurrent.TimeUnit;

/**
 * Keeps a run within its time: shortens the turns of the workloads that are left when
 * those before took longer than planned, most of which is starting JVMs and contexts. Not
 * thread-safe.
 */
final class Pace {

	/** Shorter turns would measure how one begins. */
	private static final int LEAST = 100;

	private final long end;

	private int left;

	private int measured;

	/** What all contenders so far took beside their turns. */
	private long beside;

	private long started;

	/**
	 * Plan a run.
	 * @param end when it has to end, by {@link System#nanoTime()}
	 * @param contenders how many will be measured, over all workloads
	 */
	Pace(long end, int contenders) {
		this.end = end;
		this.left = contenders;
	}

	/**
	 * A workload starts.
	 * @param mode how long its turns would take
	 * @return how long they may take
	 */
	Mode start(Mode mode) {
		this.started = System.nanoTime();
		if (this.measured == 0) {
			return mode;
		}
		long each = (this.end - this.started) / Math.max(this.left, 1) - this.beside / this.measured;
		long millis = TimeUnit.NANOSECONDS.toMillis(each / (mode.warmups() + mode.iterations()));
		return mode.lasting((int) Math.max(LEAST, Math.min(millis, mode.millis())));
	}

	/**
	 * A workload has ended.
	 * @param mode how long its turns were to take
	 * @param contenders how many had turns
	 */
	void end(Mode mode, int contenders) {
		this.beside += Math.max(0, System.nanoTime() - this.started - contenders * mode.iterating());
		this.measured += contenders;
		this.left -= contenders;
	}

}
