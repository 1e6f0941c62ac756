package dev.orm.migration.apply;

import java.time.Duration;

/**
 * How long a migration waits for a lock, and how often it tries again. Nothing is
 * recorded of a try that failed, so another is safe. Immutable.
 *
 * @param timeout how long a statement waits for a lock; zero to wait for ever
 * @param attempts how often all is tried, at least once
 * @param pause the time before the second try; doubled each time
 * @param longestPause the longest time between two tries
 */
public record LockTimeout(Duration timeout, int attempts, Duration pause, Duration longestPause) {

	/** Five seconds, ten tries, one second to half a minute apart. */
	public static final LockTimeout STANDARD = new LockTimeout(Duration.ofSeconds(5), 10, Duration.ofSeconds(1),
			Duration.ofSeconds(30));

	/**
	 * Return the time before a try.
	 * @param attempt the try, from 2
	 * @return how long to wait
	 */
	Duration pauseBefore(int attempt) {
		Duration pause = this.pause.multipliedBy(1L << Math.min(attempt - 2, 20));
		return (pause.compareTo(this.longestPause) > 0) ? this.longestPause : pause;
	}

}
