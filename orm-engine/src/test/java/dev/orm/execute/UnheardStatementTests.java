package dev.orm.execute;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

import com.sun.management.ThreadMXBean;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryListeners;
import dev.orm.observe.SlowStatements;
import dev.orm.routing.Route;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What nobody listens to makes no garbage. */
class UnheardStatementTests {

	private static final int STATEMENTS = 10_000;

	private static final StatementCall CALL = StatementCall.of(Route.DEFAULT, "DELETE FROM n", Operation.DELETE, "n");

	@Test
	void noEventNameOrCounterIsMadeWhereNobodyListens() {
		tell(QueryListeners.NONE);

		assertThat(allocated(QueryListeners.NONE)).as("bytes for %d statements", STATEMENTS).isLessThan(STATEMENTS);
	}

	@Test
	void whereSomebodyListensAnEventIs() {
		QueryListeners listening = new QueryListeners(List.of(new SlowStatements(Duration.ofHours(1))), null);
		tell(listening);

		assertThat(allocated(listening)).as("bytes for %d statements", STATEMENTS).isGreaterThan(STATEMENTS * 16L);
	}

	private static long allocated(QueryListeners listeners) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
		tell(listeners);
		return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
	}

	private static void tell(QueryListeners listeners) {
		for (int i = 0; i < STATEMENTS; i++) {
			Execution execution = Execution.start(listeners, CALL, null);
			execution.rows(1);
			execution.end();
		}
	}

}
