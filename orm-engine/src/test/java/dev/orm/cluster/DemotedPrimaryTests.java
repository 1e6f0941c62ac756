package dev.orm.cluster;

import java.time.Duration;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.cluster.PrimaryState.PrimaryCondition;
import dev.orm.error.PrimaryUnavailableException;
import dev.orm.observe.Destination;
import dev.orm.observe.ReadReason;
import dev.orm.work.UnitOfWork;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A standby takes over, and the old primary comes back as a standby of it, under a URL of
 * one host.
 */
class DemotedPrimaryTests {

	@Test
	void writesAreRefusedInWordsReadsGoOnAndNoConnectionIsKept() {
		try (TestCluster own = TestCluster.start(Numbers.SCHEMA)) {
			HikariDataSource pool = own.pool(own.primary().url(), false);
			Replicas replicas = new Replicas("default", new PrimaryServer(pool, TestCluster.probe(own.primary().url())),
					List.of(new ReplicaServer("west", 1, own.pool(own.west().url(), true),
							TestCluster.probe(own.west().url()))),
					ReplicaSettings.DEFAULT);
			replicas.start();
			Numbers numbers = new Numbers(replicas);
			numbers.increment();

			own.primary().stop();
			own.east().promote();
			TestCluster.await(() -> "f".equals(own.east().ask("SELECT pg_is_in_recovery()")));
			own.primary().follow(own.east());
			own.primary().start();

			TestCluster.await(Duration.ofSeconds(5),
					() -> replicas.cluster().primary().condition() == PrimaryCondition.DEMOTED);
			assertThatExceptionOfType(PrimaryUnavailableException.class).isThrownBy(numbers::increment)
				.withMessageContaining("it is a standby now");
			assertThat(numbers.read()).isPositive();
			assertThat(replicas.cluster().lag(0)).isEmpty();
			TestCluster.await(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
			replicas.close();
		}
	}

	@Test
	void aReadThatWritesIsAnsweredByThePrimaryWhichIsNoneTheWorse() {
		try (TestCluster own = TestCluster.start("CREATE TABLE n (value bigint)", "CREATE SEQUENCE s")) {
			Replicas replicas = own.replicas(ReplicaSettings.DEFAULT);
			Numbers numbers = new Numbers(replicas);
			UnitOfWork.run(() -> {
				Destination answered = Numbers.destination(() -> numbers.read("SELECT nextval('s')"));
				assertThat(answered).isEqualTo(Destination.primary(ReadReason.WRITE));
				assertThat(replicas.isWritten()).isTrue();
			});
			assertThat(numbers.read("SELECT nextval('s')")).isEqualTo(2);
			assertThat(replicas.cluster().primary().condition()).isEqualTo(PrimaryCondition.UP);
			assertThat(TestCluster.isIn(replicas, "east")).isTrue();
		}
	}

}
