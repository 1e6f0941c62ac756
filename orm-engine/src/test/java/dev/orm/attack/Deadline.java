package dev.orm.attack;

import java.time.Duration;

/**
 * A point in time.
 *
 * @param nanos as {@link System#nanoTime} tells it
 */
public record Deadline(long nanos) {

	/**
	 * Return the point in time that is some time away.
	 * @param time the time
	 * @return the deadline
	 */
	public static Deadline in(Duration time) {
		return new Deadline(System.nanoTime() + time.toNanos());
	}

	/**
	 * Return the time until it comes.
	 * @return the time, negative if it is over
	 */
	public Duration left() {
		return Duration.ofNanos(this.nanos - System.nanoTime());
	}

	/**
	 * Return whether it has come.
	 * @return true if it has
	 */
	public boolean isOver() {
		return System.nanoTime() - this.nanos >= 0;
	}

}
