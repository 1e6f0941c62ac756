package dev.orm.cluster;

import java.time.Duration;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.cluster.PrimaryState.PrimaryCondition;
import dev.orm.error.PrimaryUnavailableException;
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

}
