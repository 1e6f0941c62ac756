package dev.orm.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.observe.Destination;
import dev.orm.observe.ReadReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A replica has more readers than its pool has connections, which is no fault of it. */
class BusyReplicaTests {

	@RegisterExtension
	static final TestCluster servers = TestCluster.start(Numbers.SCHEMA);

	private static final int CONNECTIONS = 2;

	private static final String SLOW = "SELECT value FROM n WHERE pg_sleep(1) IS NOT NULL";

	private final ExecutorService readers = Executors.newCachedThreadPool();

	private final HikariDataSource pool = servers.pool(servers.east().url(), true);

	private final Replicas replicas = new Replicas("default",
			new PrimaryServer(servers.pool(servers.primary().url(), false), TestCluster.probe(servers.primary().url())),
			List.of(new ReplicaServer("east", 1, this.pool, TestCluster.probe(servers.east().url()))),
			ReplicaSettings.DEFAULT);

	private final Numbers numbers = new Numbers(this.replicas);

	@AfterEach
	void close() {
		this.readers.shutdownNow();
		this.replicas.close();
		servers.release();
	}

	@Test
	void whoGetsNoConnectionReadsThePrimaryAndTheReplicaStaysIn() {
		this.pool.setMaximumPoolSize(CONNECTIONS);
		this.replicas.start();
		TestCluster.await(() -> TestCluster.isIn(this.replicas, "east"));
		List<CompletableFuture<Destination>> slow = new ArrayList<>();
		for (int i = 0; i < CONNECTIONS; i++) {
			slow.add(CompletableFuture.supplyAsync(() -> Numbers.destination(() -> this.numbers.read(SLOW)),
					this.readers));
		}
		TestCluster.await(() -> this.pool.getHikariPoolMXBean().getActiveConnections() == CONNECTIONS);

		assertThat(Numbers.destination(this.numbers::read)).isEqualTo(Destination.primary(ReadReason.BUSY));
		TransactionTemplate readOnly = new TransactionTemplate(this.numbers.manager());
		readOnly.setReadOnly(true);
		assertThat(Numbers.destination(() -> readOnly.executeWithoutResult((status) -> this.numbers.read())))
			.isEqualTo(Destination.primary(ReadReason.BUSY));
		assertThat(TestCluster.state(this.replicas, "east").condition()).isEqualTo(Condition.IN);
		assertThat(slow).allSatisfy((one) -> assertThat(one).succeedsWithin(Duration.ofSeconds(5))
			.extracting(Destination::server)
			.isEqualTo("east"));
		assertThat(TestCluster.state(this.replicas, "east").life()).isZero();
		assertThat(this.numbers.isReadFromReplica()).isTrue();
	}

}
