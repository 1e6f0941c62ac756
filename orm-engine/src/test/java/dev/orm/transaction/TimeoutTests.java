package dev.orm.transaction;

import java.time.Duration;

import dev.orm.error.QueryValueException;
import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionTimedOutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Blocks with a deadline. */
class TimeoutTests extends TransactionTestBase {

	@Test
	void aStatementThatRunsIntoTheDeadlineIsCancelled() {
		// tag::timeout[]
		Atomic quick = atomic.timeout(Duration.ofSeconds(1));
		// end::timeout[]
		// what is loaded with the first block takes its time, too
		atomic.run(() -> insert("Haddock"));

		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> quick.run(() -> {
			insert("Tintin");
			texts("SELECT pg_sleep(20)");
		}))
			.withMessageContaining("[SELECT pg_sleep(20)]")
			.withMessageContaining("hint: the deadline of its transaction");
		assertThat(names()).containsExactly("Haddock");
	}

	@Test
	void noStatementBeginsAfterTheDeadline() {
		assertThatExceptionOfType(TransactionTimedOutException.class)
			.isThrownBy(() -> atomic.timeout(Duration.ofMillis(10)).run(() -> {
				insert("Tintin");
				sleep(1100);
				insert("Milou");
			}));
		assertThat(names()).isEmpty();
	}

	@Test
	void theConnectionSurvivesAMissedDeadline() {
		String before = texts("SELECT pg_backend_pid()").get(0);

		swallow(() -> atomic.timeout(Duration.ofSeconds(1)).run(() -> {
			sleep(1100);
			insert("Tintin");
		}));

		assertThat(texts("SELECT pg_backend_pid()")).containsExactly(before);
	}

	@Test
	void noTimeAtAllIsRefused() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> atomic.timeout(Duration.ZERO))
			.withMessageContaining("cannot end within PT0S");
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
