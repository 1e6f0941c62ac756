package dev.orm.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Product;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** How many connections streams take, and when they give them back. */
class StreamConnectionTests {

	private static final int POOL_SIZE = 3;

	private static final int MOST_COLLECTIONS = 200;

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final HikariDataSource POOL = pool();

	private static final Orm orm = Shop.builder(Database.of("default", POOL)).build();

	private static final Manager<Product> products = orm.manager(Product.class);

	private static HikariDataSource pool() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(database.url());
		config.setMaximumPoolSize(POOL_SIZE);
		config.setConnectionTimeout(1000);
		return new HikariDataSource(config);
	}

	@AfterAll
	static void closePool() {
		POOL.close();
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(POOL.getHikariPoolMXBean().getActiveConnections()).isZero();
	}

	@Test
	@Timeout(value = 30, unit = TimeUnit.SECONDS)
	void asManyStreamsAsConnectionsMayPrefetchAtOnce() throws InterruptedException {
		CyclicBarrier allOpen = new CyclicBarrier(POOL_SIZE);
		List<Integer> read = new ArrayList<>();
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < POOL_SIZE; i++) {
			Thread thread = new Thread(() -> {
				int fetched = prefetchingStream(allOpen);
				synchronized (read) {
					read.add(fetched);
				}
			});
			thread.start();
			threads.add(thread);
		}
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(read).hasSize(POOL_SIZE).doesNotContain(0);
	}

	private static int prefetchingStream(CyclicBarrier allOpen) {
		int fetched = 0;
		try (Stream<Product> rows = products.prefetchRelated(PRODUCT.category()).stream(2)) {
			var iterator = rows.iterator();
			await(allOpen);
			while (iterator.hasNext()) {
				fetched += iterator.next().getCategory().isFetched() ? 1 : 0;
			}
		}
		return fetched;
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(10, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aStreamOutsideATransactionThatTheThreadBeganLaterPrefetchesByItself() {
		try (Stream<Product> rows = products.prefetchRelated(PRODUCT.category()).stream(2)) {
			var iterator = rows.iterator();
			orm.atomic().run(() -> {
				assertThat(iterator.next()).isNotNull();
				assertThat(products.count()).isPositive();
				assertThat(orm.atomic().inAtomicBlock()).isTrue();
			});
			iterator.forEachRemaining((product) -> assertThat(product.getCategory().isFetched()).isTrue());
		}
	}

	@Test
	void aStreamThatNobodyClosedGivesItsConnectionBackOnceItIsLost() {
		Logger logger = (Logger) LoggerFactory.getLogger("dev.orm.execute");
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		logger.addAppender(log);
		for (int i = 0; i < POOL_SIZE - 1; i++) {
			assertThat(products.all().stream(1).findFirst()).isPresent();
		}
		assertThat(POOL.getHikariPoolMXBean().getActiveConnections()).isEqualTo(POOL_SIZE - 1);
		for (int i = 0; i < MOST_COLLECTIONS && POOL.getHikariPoolMXBean().getActiveConnections() > 0; i++) {
			System.gc();
			assertThat(products.exists()).isTrue();
		}
		logger.detachAppender(log);
		assertThat(POOL.getHikariPoolMXBean().getActiveConnections()).isZero();
		assertThat(log.list).hasSize(POOL_SIZE - 1)
			.allSatisfy((event) -> assertThat(event.getFormattedMessage())
				.startsWith("A stream was neither closed nor read to its end; its connection is taken back: SELECT ")
				.contains("FROM \"shop_product\"")
				.endsWith("hint: open streams in try-with-resources"));
	}

	@Test
	void aStreamReadToItsEndOrRefusedKeepsNoConnection() {
		assertThat(products.all().stream(2).count()).isPositive();
		assertThat(POOL.getHikariPoolMXBean().getActiveConnections()).isZero();
		assertThat(products.all().stream(2).noneMatch((product) -> product.getName().isEmpty())).isTrue();
		assertThat(POOL.getHikariPoolMXBean().getActiveConnections()).isZero();
		assertThatIllegalStateException().isThrownBy(() -> {
			try (Stream<Product> rows = products.all().stream(2)) {
				rows.forEach((product) -> {
					throw new IllegalStateException("mine");
				});
			}
		});
		assertThat(POOL.getHikariPoolMXBean().getActiveConnections()).isZero();
		orm.atomic().run(() -> {
			assertThat(products.all().stream(1).findFirst()).isPresent();
			assertThat(products.count()).isPositive();
			assertThat(POOL.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
		});
	}

	@Test
	void theChunkMayBeAsLargeAsAnyNumber() {
		QueryLog log = QueryLog.capture(() -> {
			try (Stream<Product> rows = products.all().stream(Integer.MAX_VALUE)) {
				assertThat(rows.findFirst()).isPresent();
				// the result ended within the chunk
				assertThat(POOL.getHikariPoolMXBean().getActiveConnections()).isZero();
			}
		});
		assertThat(log.count()).isEqualTo(1);
	}

}
