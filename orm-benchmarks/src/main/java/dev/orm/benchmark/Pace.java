package dev.orm.benchmark;

import java.util.concurrent.TimeUnit;

/**
 * Keeps a quick run within its time: shortens the iterations of the forks that are left
 * when the forks before took longer than planned, most of which is starting JVMs and
 * contexts. Not thread-safe.
 */
final class Pace {

	/** A quarter of an hour, less the build before, and streaming and start-up after. */
	private static final long QUICK = TimeUnit.SECONDS.toNanos(900 - 45 - 165);

	/** Shorter iterations would measure the interpreter. */
	private static final int LEAST = 200;

	private final long end;

	private int left;

	private int forks;

	/** What all forks so far took beside their iterations. */
	private long beside;

	private long started;

	private Pace(long end, int left) {
		this.end = end;
		this.left = left;
	}

	/**
	 * Plan a run.
	 * @param mode {@code quick}, or another, which has all the time it wants
	 * @param start when the run started, by {@link System#nanoTime()}
	 * @param forks how many forks it will have
	 */
	static Pace of(String mode, long start, int forks) {
		return new Pace(mode.equals("quick") ? start + QUICK : Long.MAX_VALUE, forks);
	}

	/**
	 * A fork starts.
	 * @param mode how long its iterations would take
	 * @return how long they may take
	 */
	Rounds.Mode start(Rounds.Mode mode) {
		this.started = System.nanoTime();
		if (this.end == Long.MAX_VALUE || this.forks == 0) {
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
	void end(Rounds.Mode mode) {
		long planned = TimeUnit.MILLISECONDS.toNanos((long) mode.millis() * (mode.warmups() + mode.iterations()));
		this.beside += Math.max(0, System.nanoTime() - this.started - planned);
		this.forks++;
		this.left--;
	}

}
