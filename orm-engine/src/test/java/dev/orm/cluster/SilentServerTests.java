package dev.orm.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.execute.Database;
import dev.orm.observe.Destination;
import dev.orm.observe.ReadReason;
import dev.orm.work.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Servers that stop in the middle and end no connection, as behind a network that drops
 * packets; and all standbys gone at once. Sockets here have no limit of their own.
 */
class SilentServerTests {

	@RegisterExtension
	static final TestCluster servers = TestCluster.start(Numbers.SCHEMA);

	/** A caller waits no longer for a replica that is known to be out. */
	private static final Duration LIMIT = Duration.ofMillis(300);

	/** Whose statement was on its way waits for two answers of the monitor, in vain. */
	private static final Duration IN_FLIGHT = Duration.ofSeconds(15);

	private static final String SLOW = "SELECT value FROM n WHERE pg_sleep(3) IS NOT NULL";

	private final List<AutoCloseable> opened = new ArrayList<>();

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable one : this.opened) {
			one.close();
		}
		servers.release();
	}

	@Test
	void aReadOnItsWayToAServerThatHangsIsAnsweredByThePrimary() {
		Numbers there = new Numbers(open(servers.east()));
		List<CompletableFuture<Destination>> asked = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			asked.add(asynchronously(() -> Numbers.destination(() -> there.read(SLOW))));
		}
		frozen(servers.east(), () -> asked.forEach(
				(one) -> assertThat(one).succeedsWithin(IN_FLIGHT).isEqualTo(Destination.primary(ReadReason.OUT))));
	}

	@Test
	void aReadOnlyTransactionOnAServerThatHangsEndsWithAnError() {
		Replicas one = open(servers.east());
		TransactionTemplate readOnly = new TransactionTemplate(Database.of(one).transactionManager());
		readOnly.setReadOnly(true);
		Numbers there = new Numbers(one);
		CompletableFuture<?> asked = asynchronously(
				() -> readOnly.execute((status) -> there.jdbc().sql(SLOW).query(Long.class).single()));
		frozen(servers.east(),
				() -> assertThat(asked).failsWithin(IN_FLIGHT)
					.withThrowableOfType(ExecutionException.class)
					.withCauseInstanceOf(DataAccessException.class)
					.withStackTraceContaining("I/O error"));
	}

	@Test
	void readsWithoutAnOwnWriteGoOnBesideAPrimaryThatHangs() {
		Replicas both = servers.replicas(ReplicaSettings.DEFAULT);
		Numbers there = new Numbers(both);
		frozen(servers.primary(), () -> UnitOfWork.run(() -> {
			assertThat(longest(there, Duration.ofSeconds(4))).isLessThan(LIMIT);
			assertThat(there.isReadFromReplica()).isTrue();
			assertThat(both.cluster().lag(0)).isEmpty();
		}));
		TestCluster.await(Duration.ofSeconds(3), () -> both.cluster().lag(0).isPresent());
	}

	@Test
	void whoWroteIsToldATokenThoughThePrimaryHangsAfterwards() {
		Replicas both = servers.replicas(ReplicaSettings.DEFAULT);
		ConsistencyTokens tokens = new ConsistencyTokens(() -> List.of(both));
		Numbers there = new Numbers(both);
		UnitOfWork.run(() -> {
			there.increment();
			servers.primary().freeze();
			long asked = System.nanoTime();
			try {
				assertThat(tokens.current()).isPresent();
			}
			finally {
				servers.primary().thaw();
			}
			assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(IN_FLIGHT);
		});
		assertThat(there.read()).isPositive();
	}

	@Test
	void whereAllStandbysAreKilledAtOnceThePrimaryAnswersAndTheyComeBack() {
		Replicas both = servers.replicas(ReplicaSettings.DEFAULT);
		Numbers there = new Numbers(both);
		assertThat(longest(there, Duration.ofMillis(300))).isLessThan(LIMIT);
		servers.standbys().forEach(TestServer::kill);
		assertThat(longest(there, Duration.ofSeconds(1))).isLessThan(LIMIT);
		assertThat(Numbers.destination(there::read)).isEqualTo(Destination.primary(ReadReason.OUT));
		servers.standbys().parallelStream().forEach(TestServer::start);
		TestCluster.await(Duration.ofSeconds(3),
				() -> TestCluster.isIn(both, "east") && TestCluster.isIn(both, "west"));
		assertThat(there.isReadFromReplica()).isTrue();
	}

	@Test
	void aServerThatIsOnlySlowKeepsItsReaders() {
		Numbers there = new Numbers(open(servers.west()));
		assertThat(Numbers.destination(() -> there.read("SELECT value FROM n WHERE pg_sleep(6) IS NOT NULL")).server())
			.isEqualTo("west");
	}

	private static void frozen(TestServer server, Runnable work) {
		// until what was asked is on its way
		TestCluster.pause(500);
		server.freeze();
		try {
			work.run();
		}
		finally {
			server.thaw();
		}
	}

	private <R> CompletableFuture<R> asynchronously(Supplier<R> work) {
		return CompletableFuture.supplyAsync(work, (task) -> daemon(task).start());
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task);
		thread.setDaemon(true);
		return thread;
	}

	private static Duration longest(Numbers numbers, Duration time) {
		long end = System.nanoTime() + time.toNanos();
		long longest = 0;
		while (System.nanoTime() < end) {
			long start = System.nanoTime();
			numbers.read();
			longest = Math.max(longest, System.nanoTime() - start);
		}
		return Duration.ofNanos(longest);
	}

	/** Read from one standby, over sockets without a limit. */
	private Replicas open(TestServer standby) {
		HikariDataSource pool = servers.pool(standby.url(), false);
		Replicas replicas = new Replicas("default",
				new PrimaryServer(servers.pool(servers.primary().url(), false),
						TestCluster.probe(servers.primary().url())),
				List.of(new ReplicaServer(standby.name(), 1, pool, TestCluster.probe(standby.url()))),
				ReplicaSettings.DEFAULT);
		replicas.start();
		this.opened.add(replicas);
		TestCluster.await(() -> TestCluster.isIn(replicas, standby.name()));
		return replicas;
	}

}
