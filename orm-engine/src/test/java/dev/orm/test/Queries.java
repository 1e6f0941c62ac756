package dev.orm.test;

import java.util.concurrent.Callable;

import dev.orm.observe.QueryLog;
import org.assertj.core.api.Assertions;

/** Counts the statements some work runs. Django's {@code assertNumQueries}. */
public final class Queries {

	private Queries() {
	}

	/**
	 * Count statements.
	 * @param work the work
	 * @return how many ran on this thread
	 */
	public static int count(Runnable work) {
		return QueryLog.capture(work).count();
	}

	/**
	 * Check that some work runs exactly so many statements; the failure shows them.
	 * @param <T> the result
	 * @param expected the number
	 * @param work the work
	 * @return what the work returned
	 */
	public static <T> T expect(int expected, Callable<T> work) {
		try (QueryLog log = QueryLog.start()) {
			T result = work.call();
			Assertions.assertThat(log.count()).as(log::toString).isEqualTo(expected);
			return result;
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException("The work failed", ex);
		}
	}

}
