package dev.orm.benchmark;

import java.util.concurrent.TimeUnit;

/**
 * How long to measure. A JVM that met a library for the first time compiles for three or
 * four seconds, during which it takes twice the time; it does so while others have their
 * turns, too.
 *
 * @param name what the command line calls it
 * @param minutes how long a run may take in all
 * @param forks how many JVMs measure what has no turns: compiling and start-up
 * @param warmups turns before measuring
 * @param iterations turns that are measured
 * @param millis how long a turn takes at most, in milliseconds
 */
record Mode(String name, int minutes, int forks, int warmups, int iterations, int millis) {

	private static final Mode QUICK = new Mode("quick", 15, 1, 9, 6, 200);

	private static final Mode FULL = new Mode("full", 40, 2, 30, 45, 200);

	/** What building before takes, and the delayed workloads, in seconds. */
	private static final int BESIDE = 45 + 180;

	/** What streaming and start-up take for each round, in seconds. */
	private static final int AFTER = 190;

	static Mode of(String name) {
		return switch (name) {
			case "quick" -> QUICK;
			case "full" -> FULL;
			default -> throw new IllegalArgumentException("Say quick or full, not " + name);
		};
	}

	/** With a slow network, which dwarfs what a JVM compiles. */
	Mode delayed() {
		return new Mode(this.name, this.minutes, this.forks, 3, 4, this.millis);
	}

	/** How often each contender streams a million rows. */
	int streams() {
		return 1 + 2 * this.forks;
	}

	Mode lasting(int shorter) {
		return new Mode(this.name, this.minutes, this.forks, this.warmups, this.iterations, shorter);
	}

	/** How long all workloads may take, in nanoseconds. */
	long budget() {
		return TimeUnit.SECONDS.toNanos(60L * this.minutes - BESIDE - (long) AFTER * this.forks);
	}

	/** How long the turns of a contender take, in nanoseconds. */
	long iterating() {
		return TimeUnit.MILLISECONDS.toNanos((long) this.millis * (this.warmups + this.iterations));
	}

}
