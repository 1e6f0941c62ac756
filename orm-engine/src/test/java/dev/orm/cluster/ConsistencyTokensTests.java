package dev.orm.cluster;

import java.util.List;

import dev.orm.cluster.wal.ServerQuestions;
import dev.orm.work.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told of a unit of work, and what it costs. */
class ConsistencyTokensTests {

	@RegisterExtension
	static final TestCluster servers = TestCluster.start(Numbers.SCHEMA);

	private final CountingProxy toPrimary = new CountingProxy(servers.primary().port());

	private final Replicas replicas = servers.open(ReplicaSettings.DEFAULT, new ServerQuestions(),
			List.of(servers.east()), (server) -> (server == servers.primary()) ? this.toPrimary.url() : server.url());

	private final Numbers numbers = new Numbers(this.replicas);

	private final ConsistencyTokens tokens = new ConsistencyTokens(() -> List.of(this.replicas));

	@BeforeEach
	void stop() {
		TestCluster.await(() -> TestCluster.isIn(this.replicas, "east"));
		this.numbers.increment();
		servers.east().pauseReplay();
	}

	@AfterEach
	void resume() {
		servers.east().resumeReplay();
		servers.release();
		this.toPrimary.close();
	}

	@Test
	void askingCostsARoundTripForEachWriteAndNothingElse() {
		UnitOfWork.run(() -> {
			assertThat(roundTrips(this.tokens::current)).isZero();
			this.numbers.increment();
			assertThat(this.tokens.isWritten()).isTrue();
			assertThat(roundTrips(this.tokens::current)).isEqualTo(1);
			assertThat(roundTrips(this.tokens::current)).isZero();
			String first = this.tokens.current().orElseThrow();
			this.numbers.increment();
			assertThat(roundTrips(this.tokens::current)).isEqualTo(1);
			assertThat(this.tokens.current()).get().isNotEqualTo(first);
		});
		assertThat(this.tokens.current()).isEmpty();
	}

	@Test
	void whatWasToldIsToldOnForNothing() {
		UnitOfWork.run(() -> {
			this.tokens.require("default=1-ABCDEF");
			assertThat(roundTrips(this.tokens::current)).isZero();
			assertThat(this.tokens.current()).hasValue("default=1-ABCDEF");
			assertThat(this.tokens.isWritten()).isFalse();
			this.tokens.require("default=1-ABCDF0");
			assertThat(this.tokens.current()).hasValue("default=1-ABCDF0");
		});
	}

	@Test
	void aPrimaryThatDoesNotAnswerIsToldOfToo() {
		String[] told = new String[1];
		UnitOfWork.run(() -> {
			this.numbers.increment();
			servers.primary().stop();
			told[0] = this.tokens.current().orElseThrow();
		});
		servers.primary().start();
		UnitOfWork.run(() -> {
			this.tokens.require(told[0]);
			assertThat(Numbers.destination(this.numbers::read).isReplica()).isFalse();
			servers.east().resumeReplay();
			TestCluster.await(() -> Numbers.destination(this.numbers::read).isReplica());
		});
	}

	private int roundTrips(Runnable work) {
		int before = this.toPrimary.roundTrips();
		work.run();
		return this.toPrimary.roundTrips() - before;
	}

}
