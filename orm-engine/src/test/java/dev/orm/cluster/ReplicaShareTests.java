package dev.orm.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.observe.ReadReason;
import dev.orm.work.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Where few write, nearly all reads go to replicas, and none is stale. */
class ReplicaShareTests {

	@RegisterExtension
	static final TestCluster servers = TestCluster.start(History.SCHEMA);

	private static final int SESSIONS = 6;

	private static final int STEPS = 120;

	private static final long PACE = 20;

	private final AtomicLong stale = new AtomicLong();

	@Test
	void atTwoPercentOfWritesReplicasAnswerNineteenOfTwentyReads() throws InterruptedException {
		Replicas replicas = servers.replicas(ReplicaSettings.DEFAULT);
		Numbers numbers = new Numbers(replicas);
		List<Thread> sessions = new ArrayList<>();
		for (int i = 0; i < SESSIONS; i++) {
			int row = i;
			sessions.add(new Thread(() -> UnitOfWork.run(() -> session(numbers, row))));
		}
		sessions.forEach(Thread::start);
		for (Thread session : sessions) {
			session.join();
		}
		long onReplicas = replicas.counts().replicas(ReadReason.FRESH);
		long all = replicas.counts().total();
		assertThat(this.stale).hasValue(0);
		assertThat(100.0 * onReplicas / all).as("%d of %d reads, %s", onReplicas, all, reasons(replicas))
			.isGreaterThanOrEqualTo(95);
		System.getLogger("replicas").log(System.Logger.Level.INFO, "{0} of {1} reads on replicas", onReplicas, all);
	}

	private static String reasons(Replicas replicas) {
		return Stream.of(ReadReason.values())
			.map((reason) -> reason.label() + " " + replicas.counts().primary(reason))
			.collect(Collectors.joining(", "));
	}

	private void session(Numbers numbers, int row) {
		Random random = new Random(row);
		long written = 0;
		for (int i = 0; i < STEPS; i++) {
			if (random.nextInt(100) < 2) {
				numbers.jdbc().sql("UPDATE n SET value = value + 1 WHERE id = ?").param(row).update();
				written++;
			}
			if (numbers.read("SELECT value FROM n WHERE id = " + row) < written) {
				this.stale.incrementAndGet();
			}
			TestCluster.pause(PACE);
		}
	}

}
