package dev.orm.transaction;

import java.time.Duration;
import java.util.function.Supplier;

import dev.orm.error.TransactionOutcomeUnknownException;
import dev.orm.observe.TransactionListener;
import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.util.backoff.BackOffExecution;

/** Runs an outermost block again while a policy wants it. Used by one thread, once. */
final class RepeatedBlock {

	private final RetryPolicy policy;

	private final String database;

	private final TransactionListener listener;

	private final BackOffExecution pauses;

	private final long start = System.nanoTime();

	RepeatedBlock(RetryPolicy policy, String database, TransactionListener listener) {
		this.policy = policy;
		this.database = database;
		this.listener = listener;
		this.pauses = policy.getBackOff().start();
	}

	<T extends @Nullable Object> T run(Supplier<Block> begin, Supplier<T> work) {
		while (true) {
			Block block = null;
			try {
				block = begin.get();
				return block.run(work);
			}
			catch (Throwable ex) {
				if (!mayRepeat(block, ex) || !pause(ex)) {
					throw ex;
				}
			}
		}
	}

	/** A block that could not begin has done nothing. */
	private boolean mayRepeat(@Nullable Block block, Throwable error) {
		return (block == null || block.isUndone()) && this.policy.shouldRetry(error)
				&& !Causes.anyMatch(error, TransactionOutcomeUnknownException.class::isInstance);
	}

	private boolean pause(Throwable error) {
		long millis = this.pauses.nextBackOff();
		if (millis == BackOffExecution.STOP || isLate(millis)) {
			return false;
		}
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			error.addSuppressed(ex);
			return false;
		}
		this.listener.onRetry(this.database, RetryReason.of(error).tag());
		return true;
	}

	private boolean isLate(long pause) {
		Duration limit = this.policy.getTimeout();
		return !limit.isZero()
				&& Duration.ofNanos(System.nanoTime() - this.start).plusMillis(pause).compareTo(limit) > 0;
	}

}
