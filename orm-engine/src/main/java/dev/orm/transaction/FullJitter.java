package dev.orm.transaction;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Pauses drawn between zero and a bound that grows. Immutable.
 *
 * @param retries how many pauses there are
 * @param first the bound of the first
 * @param factor what each next bound is multiplied by
 * @param longest what no bound exceeds
 */
record FullJitter(int retries, Duration first, double factor, Duration longest) implements BackOff {

	@Override
	public BackOffExecution start() {
		return new BackOffExecution() {

			private int made;

			@Override
			public long nextBackOff() {
				return (this.made < retries()) ? ThreadLocalRandom.current().nextLong(bound(this.made++) + 1) : STOP;
			}

		};
	}

	/** Return the bound of a pause, in milliseconds. */
	long bound(int pause) {
		return (long) Math.min(this.first.toMillis() * Math.pow(this.factor, pause), (double) this.longest.toMillis());
	}

}
