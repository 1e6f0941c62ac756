package dev.orm.execute;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Tag;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.TagPath.TAG;
import static org.assertj.core.api.Assertions.assertThat;

/** Many virtual threads share few connections: none is pinned, none waits for another. */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads come with JDK 21; CI runs this on a newer one")
class VirtualThreadTests {

	private static final int THREADS = 2_000;

	private static final int CONNECTIONS = 10;

	private static final String PINNED = "jdk.VirtualThreadPinned";

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final HikariDataSource pool = pool();

	private final Orm orm = Shop.builder(Database.of("default", pool)).build();

	private final Manager<Tag> tags = this.orm.manager(Tag.class);

	private final Manager<Product> products = this.orm.manager(Product.class);

	@AfterAll
	static void close() {
		pool.close();
	}

	private static HikariDataSource pool() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(database.url());
		config.setMaximumPoolSize(CONNECTIONS);
		return new HikariDataSource(config);
	}

	@Test
	void twoThousandOnTenConnectionsAllAnswerRightAndNoneIsPinned(@TempDir Path folder) throws Exception {
		long before = this.products.count();
		List<Long> keys = this.products.orderBy(PRODUCT.id.asc()).list().stream().map(Product::getId).toList();
		List<RecordedEvent> pinned;
		ExecutorService threads = virtualThreads();
		try (Recording recording = new Recording()) {
			// classes pin while they load, once
			answers(threads, keys, -CONNECTIONS * 20, 0);
			recording.enable(PINNED).withThreshold(Duration.ZERO);
			recording.start();
			answers(threads, keys, 0, THREADS);
			recording.stop();
			Path file = folder.resolve("pinned.jfr");
			recording.dump(file);
			pinned = RecordingFile.readAllEvents(file);
		}
		assertThat(pinned.stream().filter(VirtualThreadTests::isByTheOrm)).isEmpty();
		assertThat(this.products.count()).isEqualTo(before);
		assertThat(this.tags.filter(TAG.name.regex("^virtual [0-9]")).count()).isEqualTo(THREADS);
		assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
	}

	private void answers(ExecutorService threads, List<Long> keys, int from, int to) throws Exception {
		List<Future<Boolean>> answers = new ArrayList<>();
		for (int i = from; i < to; i++) {
			int number = i;
			answers.add(threads.submit(() -> works(keys.get(Math.floorMod(number, keys.size())), number)));
		}
		for (Future<Boolean> answer : answers) {
			assertThat(answer.get(2, TimeUnit.MINUTES)).isTrue();
		}
	}

	/**
	 * Each way to a connection: a read, what it fetches, a block with a save, a stream.
	 */
	private boolean works(long key, int number) {
		Product product = this.products.get(PRODUCT.id.eq(key));
		boolean right = product.getId() == key && product.getCategory().get() != null;
		String name = "virtual " + number;
		this.orm.atomic().run(() -> {
			Tag tag = new Tag();
			tag.setName(name);
			this.tags.save(tag);
			this.orm.atomic().run(() -> this.tags.selectForUpdate().get(TAG.name.eq(name)));
		});
		try (Stream<Tag> rows = this.tags.filter(TAG.name.eq(name)).stream(10)) {
			return right && rows.count() == 1;
		}
	}

	private static boolean isByTheOrm(RecordedEvent event) {
		return event.getEventType().getName().equals(PINNED) && event.getStackTrace() != null
				&& event.getStackTrace()
					.getFrames()
					.stream()
					.anyMatch((frame) -> frame.getMethod().getType().getName().startsWith("dev.orm."));
	}

	/** This code is compiled for a JDK without them. */
	private static ExecutorService virtualThreads() throws ReflectiveOperationException {
		return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
	}

}
