package dev.orm.transaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.util.backoff.BackOff;

/**
 * When a block is repeated: after a serialization failure (SQLSTATE 40001), a deadlock
 * (40P01), a connection that was lost before the commit was sent, a primary that only
 * reads by now, and errors of the application's choice. Pauses grow and are drawn at
 * random between zero and their bound ("full jitter"), so that those who met once do not
 * meet again. Immutable.
 *
 * <pre>
 * atomic.retry(Retry.times(3).backoff(ofMillis(20), 2.0, ofSeconds(1)).on(OptimisticLockingFailureException.class))
 * </pre>
 */
public final class Retry implements RetryPolicy {

	private static final Duration FIRST = Duration.ofMillis(20);

	private static final Duration LONGEST = Duration.ofSeconds(1);

	private final FullJitter pauses;

	private final List<Class<? extends Throwable>> errors;

	private Retry(FullJitter pauses, List<Class<? extends Throwable>> errors) {
		this.pauses = pauses;
		this.errors = List.copyOf(errors);
	}

	/**
	 * Repeat, with pauses of at most 20 ms, 40 ms, and so on to one second.
	 * @param retries how often at most, after the first run
	 * @return a policy
	 * @throws QueryValueException if it is negative
	 */
	public static Retry times(int retries) {
		if (retries < 0) {
			throw new QueryValueException("A block cannot be repeated %d times. hint: 0 is never".formatted(retries),
					Subject.ofArgument("retries"))
				.of(retries);
		}
		return new Retry(new FullJitter(retries, FIRST, 2, LONGEST), List.of());
	}

	/**
	 * Choose the bounds of the pauses.
	 * @param first of the first pause
	 * @param factor what each next bound is multiplied by, 1 or more
	 * @param longest what no bound exceeds
	 * @return a copy
	 * @throws QueryValueException if a time is negative, or the factor less than 1
	 */
	public Retry backoff(Duration first, double factor, Duration longest) {
		if (first.isNegative() || longest.isNegative() || !(factor >= 1)) {
			throw new QueryValueException(
					"Pauses of %s, times %s, up to %s do not grow. hint: times of zero or more, a factor of 1 or more"
						.formatted(first, factor, longest),
					Subject.ofArgument("backoff"));
		}
		return new Retry(new FullJitter(this.pauses.retries(), first, factor, longest), this.errors);
	}

	/**
	 * Repeat after these errors, too, wherever they stand among an error's causes.
	 * @param types the classes, and all below them
	 * @return a copy
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final Retry on(Class<? extends Throwable>... types) {
		List<Class<? extends Throwable>> all = new ArrayList<>(this.errors);
		all.addAll(List.of(types));
		return new Retry(this.pauses, all);
	}

	@Override
	public boolean shouldRetry(Throwable error) {
		return RetryReason.of(error) != RetryReason.OTHER
				|| Causes.anyMatch(error, (cause) -> this.errors.stream().anyMatch((type) -> type.isInstance(cause)));
	}

	@Override
	public BackOff getBackOff() {
		return this.pauses;
	}

	@Override
	public String toString() {
		return "Retry.times(" + this.pauses.retries() + ")";
	}

}
