package dev.orm.cluster;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import dev.orm.cluster.PrimaryState.PrimaryCondition;
import dev.orm.cluster.wal.Probe;
import dev.orm.cluster.wal.ServerQuestions;
import dev.orm.error.PrimaryUnavailableException;
import dev.orm.observe.Destination;
import dev.orm.observe.ReadReason;
import dev.orm.test.LogLines;
import dev.orm.work.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Servers are killed, hang, change their parts; readers hear nothing of it. */
class ReplicaFaultTests {

	@RegisterExtension
	static final TestCluster servers = TestCluster.start(Numbers.SCHEMA);

	@RegisterExtension
	final LogLines log = LogLines.of("dev.orm.cluster.Replicas");

	/** A caller waits no longer for a replica. */
	private static final Duration LIMIT = Duration.ofMillis(300);

	private Replicas replicas = servers.replicas(ReplicaSettings.DEFAULT);

	private Numbers numbers = new Numbers(this.replicas);

	@AfterEach
	void close() {
		servers.release();
	}

	@Test
	void aKilledStandbyIsLeftAndComesBack() {
		this.log.logger().setLevel(Level.INFO);
		readSomewhile(Duration.ofMillis(300));
		assertThat(this.log.messages()).isEmpty();
		servers.east().kill();
		assertThat(longest(Duration.ofSeconds(1))).isLessThan(LIMIT);
		assertThat(TestCluster.isIn(this.replicas, "east")).isFalse();
		assertThat(this.numbers.isReadFromReplica()).isTrue();

		servers.east().start();
		TestCluster.await(Duration.ofSeconds(3), () -> TestCluster.isIn(this.replicas, "east"));
		TestCluster.await(() -> this.log.messages().size() > 1);
		assertThat(this.log.messages().get(0)).startsWith("Replica 'east' of database 'default' is out: ");
		assertThat(this.log.messages()).hasSize(2).last().isEqualTo("Replica 'east' of database 'default' is in again");
	}

	@Test
	void aReadThatAKilledStandbyWouldAnswerIsRepeatedElsewhere() {
		Replicas one = open(List.of(servers.west()));
		Numbers there = new Numbers(one);
		there.read();
		servers.west().kill();
		Destination answered = Numbers.destination(there::read);
		servers.west().start();
		assertThat(answered).isEqualTo(Destination.primary(ReadReason.OUT));
	}

	@Test
	void aHangingStandbyIsOutAndNobodyWaitsForIt() {
		servers.east().freeze();
		try {
			TestCluster.await(Duration.ofSeconds(4), () -> !TestCluster.isIn(this.replicas, "east"));
			assertThat(TestCluster.state(this.replicas, "east").reason()).contains("does not answer");
			assertThat(longest(Duration.ofMillis(500))).isLessThan(LIMIT);
		}
		finally {
			servers.east().thaw();
		}
		TestCluster.await(Duration.ofSeconds(3), () -> TestCluster.isIn(this.replicas, "east"));
	}

	@Test
	void aReadThatTheLogTakesAwayIsRepeatedOnThePrimary() throws InterruptedException {
		Replicas one = open(List.of(servers.east()));
		Numbers there = new Numbers(one);
		Thread vacuum = new Thread(() -> {
			TestCluster.pause(200);
			servers.primary().execute("UPDATE n SET value = value + 1", "VACUUM n");
		});
		vacuum.start();
		Destination answered = Numbers
			.destination(() -> there.read("SELECT value FROM n WHERE pg_sleep(1.5) IS NOT NULL"));
		vacuum.join();
		assertThat(answered).isEqualTo(Destination.primary(ReadReason.OUT));
		// the server is well
		assertThat(TestCluster.isIn(one, "east")).isTrue();
	}

	@Test
	void readsWithoutAnOwnWriteGoOnWithoutThePrimary() {
		UnitOfWork.run(() -> {
			servers.primary().stop();
			try {
				TestCluster.await(Duration.ofSeconds(4),
						() -> this.replicas.cluster().primary().condition() == PrimaryCondition.UNREACHABLE);
				assertThat(this.numbers.isReadFromReplica()).isTrue();
			}
			finally {
				servers.primary().start();
			}
		});
		TestCluster.await(Duration.ofSeconds(4),
				() -> this.replicas.cluster().primary().condition() == PrimaryCondition.UP);
	}

	@Test
	void aPrimaryThatIsAStandbyNowIsToldFromAWriteInAReadOnlyTransaction() {
		Replicas turned = new Replicas("default",
				new PrimaryServer(servers.pool(servers.west().url(), false), TestCluster.probe(servers.west().url())),
				List.of(new ReplicaServer("east", 1, servers.pool(servers.east().url(), true),
						TestCluster.probe(servers.east().url()))),
				ReplicaSettings.DEFAULT);
		assertThatExceptionOfType(PrimaryUnavailableException.class).isThrownBy(() -> new Numbers(turned).write(1))
			.withMessageContaining("it is a standby now")
			.withMessageContaining("targetServerType=primary");
		assertThat(turned.cluster().primary().condition()).isEqualTo(PrimaryCondition.DEMOTED);
	}

	@Test
	void aReplicaThatIsAPrimaryIsNotUsed() {
		Replicas wrong = open(List.of(servers.primary()));
		TestCluster.await(() -> TestCluster.state(wrong, "primary").reason().contains("no standby"));
		assertThat(new Numbers(wrong).isReadFromReplica()).isFalse();
	}

	@Test
	void aStandbyOfAnotherSystemIsNotUsed() {
		try (TestCluster others = TestCluster.start(Numbers.SCHEMA)) {
			Replicas wrong = open(List.of(others.east()));
			TestCluster.await(() -> TestCluster.state(wrong, "east").reason().contains("another database system"));
			assertThat(new Numbers(wrong).isReadFromReplica()).isFalse();
		}
	}

	@Test
	void aPromotedStandbyIsOut() {
		try (TestCluster own = TestCluster.start(Numbers.SCHEMA)) {
			Replicas promoting = own.replicas(ReplicaSettings.DEFAULT);
			own.west().promote();
			TestCluster.await(Duration.ofSeconds(3),
					() -> TestCluster.state(promoting, "west").reason().contains("promoted"));
			assertThat(Numbers.destination(new Numbers(promoting)::read).server()).isEqualTo("east");
		}
	}

	@Test
	void aPromotedStandbyTellsSoWithItsAnswers() {
		ServerQuestions believing = new ServerQuestions() {
			@Override
			public Replayed replayed(Probe replica) throws SQLException {
				Replayed found = super.replayed(replica);
				return new Replayed(true, found.position(), found.system(), found.time());
			}
		};
		try (TestCluster own = TestCluster.start(Numbers.SCHEMA)) {
			Replicas promoting = own.open(ReplicaSettings.DEFAULT, believing, List.of(own.west()), TestServer::url);
			TestCluster.await(() -> TestCluster.isIn(promoting, "west"));
			Numbers there = new Numbers(promoting);
			assertThat(there.isReadFromReplica()).isTrue();
			own.west().promote();
			TestCluster.await(Duration.ofMillis(900), () -> !there.isReadFromReplica());
			assertThat(TestCluster.state(promoting, "west").reason()).contains("it was promoted");
		}
	}

	@Test
	void aReplicaThatTellsNoPositionsServesWhoNeedsNone() {
		servers.primary()
			.execute("CREATE ROLE plain LOGIN", "GRANT ALL ON n TO plain",
					"REVOKE EXECUTE ON FUNCTION pg_current_wal_insert_lsn() FROM public");
		try {
			Replicas blind = new Replicas("default",
					new PrimaryServer(servers.pool(servers.primary().url(), false), TestCluster.probe(plain())),
					List.of(new ReplicaServer("east", 1, servers.pool(servers.east().url(), true),
							TestCluster.probe(servers.east().url()))),
					ReplicaSettings.DEFAULT);
			blind.start();
			TestCluster.await(() -> TestCluster.state(blind, "east").condition() == Condition.UNMEASURED);
			Numbers there = new Numbers(blind);
			assertThat(there.isReadFromReplica()).isTrue();
			there.increment();
			assertThat(there.isReadFromReplica()).isFalse();
			blind.close();
		}
		finally {
			servers.primary().execute("GRANT EXECUTE ON FUNCTION pg_current_wal_insert_lsn() TO public");
		}
	}

	private static String plain() {
		return servers.primary().url().replace("user=postgres", "user=plain");
	}

	@Test
	void aReplicaThatIsTooLateRests() {
		Replicas strict = servers.replicas(ReplicaSettings.DEFAULT.withMaxLag(Duration.ofMillis(400)));
		Numbers there = new Numbers(strict);
		servers.east().pauseReplay();
		servers.west().pauseReplay();
		try {
			new Numbers(this.replicas).increment();
			TestCluster.await(() -> TestCluster.state(strict, "east").condition() == Condition.LAGGING
					&& TestCluster.state(strict, "west").condition() == Condition.LAGGING);
			assertThat(TestCluster.state(strict, "east").lag()).isGreaterThan(Duration.ofMillis(400));
			assertThat(Numbers.destination(there::read)).isEqualTo(Destination.primary(ReadReason.LAG));
		}
		finally {
			servers.east().resumeReplay();
			servers.west().resumeReplay();
		}
		TestCluster.await(() -> TestCluster.isIn(strict, "east"));
		strict.close();
	}

	@Test
	void whoMayWaitGetsAReplicaOnceItHasCaughtUp() {
		Replicas patient = servers.replicas(ReplicaSettings.DEFAULT.withPatience(Duration.ofSeconds(2)));
		Numbers there = new Numbers(patient);
		UnitOfWork.run(() -> {
			there.increment();
			assertThat(there.isReadFromReplica()).isTrue();
		});
		patient.close();
	}

	private Replicas open(List<TestServer> standbys) {
		Replicas opened = servers.open(ReplicaSettings.DEFAULT, new ServerQuestions(), standbys, TestServer::url);
		TestCluster.pause(300);
		return opened;
	}

	private void readSomewhile(Duration time) {
		longest(time);
	}

	/** Read for some time without a pause, and return how long the slowest read took. */
	private Duration longest(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		long longest = 0;
		while (System.nanoTime() < end) {
			long start = System.nanoTime();
			this.numbers.read();
			longest = Math.max(longest, System.nanoTime() - start);
		}
		return Duration.ofNanos(longest);
	}

}
