package shop.observe;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

import com.sun.management.ThreadMXBean;
import dev.orm.Orm;
import dev.orm.OrmBuilder;
import dev.orm.acceptance.shop.Tag;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.SlowStatements;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What listens in every application of the starter costs little. */
class CostOfListeningTests {

	private static final int STATEMENTS = 200;

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** What one statement allocates, in bytes; the least of several looks, warmed up. */
	private long allocated(OrmBuilder builder) {
		Orm orm = builder.build();
		long least = Long.MAX_VALUE;
		for (int look = 0; look < 8; look++) {
			long before = this.thread.getCurrentThreadAllocatedBytes();
			for (int i = 0; i < STATEMENTS; i++) {
				orm.manager(Tag.class).count();
			}
			least = Math.min(least, (this.thread.getCurrentThreadAllocatedBytes() - before) / STATEMENTS);
		}
		return least;
	}

	@Test
	void whatTheStarterListensWithAllocatesLittle() {
		long alone = allocated(Shop.builder(database));
		long usual = allocated(Shop.builder(database)
			.listener(new SlowStatements(Duration.ofSeconds(1)))
			.repeatedQueries(new RepeatedQueries(RepeatedQueries.Mode.LOG, 10, List.of())));

		assertThat(usual - alone).isLessThan(500);
	}

}
