package dev.orm.benchmark;

import java.util.concurrent.TimeUnit;

/**
 * How long to measure. A JVM that met a library for the first time compiles for three or
 * four seconds, during which it takes twice the time: so warming up gets most of it.
 *
 * @param name what the command line calls it
 * @param minutes how long a run may take in all
 * @param rounds how many forks of each contender; none measures in the JVM of the suite
 * @param warmups iterations before measuring
 * @param iterations iterations that are measured
 * @param millis how long an iteration takes at most, in milliseconds
 */
record Mode(String name, int minutes, int rounds, int warmups, int iterations, int millis) {

	private static final Mode QUICK = new Mode("quick", 15, 1, 4, 2, 900);

	private static final Mode FULL = new Mode("full", 40, 2, 4, 2, 2000);

	/** What building before takes, and the delayed workloads, in seconds. */
	private static final int BESIDE = 45 + 90;

	/** What streaming and start-up take for each round, in seconds. */
	private static final int AFTER = 210;

	static Mode of(String name) {
		return switch (name) {
			case "quick" -> QUICK;
			case "full" -> FULL;
			default -> throw new IllegalArgumentException("Say quick or full, not " + name);
		};
	}

	/**
	 * With a slow network, which dwarfs what a JVM compiles: no forks, since starting
	 * them would take longer than measuring.
	 */
	Mode delayed() {
		return new Mode(this.name, this.minutes, 0, 1, 2, 400);
	}

	Mode lasting(int shorter) {
		return new Mode(this.name, this.minutes, this.rounds, this.warmups, this.iterations, shorter);
	}

	/** How long all forks may take, in nanoseconds. */
	long budget() {
		return TimeUnit.SECONDS.toNanos(60L * this.minutes - BESIDE - (long) AFTER * this.rounds);
	}

	/** How long the iterations of a fork take, in nanoseconds. */
	long iterating() {
		return TimeUnit.MILLISECONDS.toNanos((long) this.millis * (this.warmups + this.iterations));
	}

}
