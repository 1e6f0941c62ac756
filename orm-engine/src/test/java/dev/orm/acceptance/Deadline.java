package dev.orm.acceptance;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Runs pieces of work one after the other, and goes on without one that throws or does
 * not end.
 */
final class Deadline implements AutoCloseable {

	private final Duration longest;

	private ExecutorService thread = start();

	Deadline(Duration longest) {
		this.longest = longest;
	}

	private static ExecutorService start() {
		return Executors.newSingleThreadExecutor((work) -> {
			Thread thread = new Thread(work, "acceptance");
			thread.setDaemon(true);
			return thread;
		});
	}

	<T> T within(Callable<T> work, Function<Throwable, T> broken) {
		Future<T> running = this.thread.submit(work);
		try {
			return running.get(this.longest.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			return broken.apply(ex.getCause());
		}
		catch (TimeoutException ex) {
			this.thread.shutdownNow();
			this.thread = start();
			return broken.apply(new TimeoutException("no answer after " + this.longest));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return broken.apply(ex);
		}
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

}
