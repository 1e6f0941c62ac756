package dev.orm.cluster;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import dev.orm.cluster.wal.Mark;
import dev.orm.cluster.wal.Probe;
import dev.orm.cluster.wal.ServerQuestions;
import dev.orm.observe.ReadReason;
import dev.orm.routing.Target;
import dev.orm.work.Moment;
import dev.orm.work.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is done at once, and whatever the replicas have yet: no read misses a write of
 * its unit of work, of its thread or of a token, and within a unit time does not run
 * backwards. For more steps than those of the build: {@code -Dreplicas.steps=100000}, and
 * {@code -Dreplicas.seed=} for others.
 */
class ReplicaLawTests {

	@RegisterExtension
	static final TestCluster servers = TestCluster.start(History.SCHEMA);

	private static final int STEPS = Integer.getInteger("replicas.steps", 2000);

	private static final long SEED = Long.getLong("replicas.seed", 20260101L);

	/** A planted bug shows within so many steps, as a rule much earlier. */
	private static final int ENOUGH = 6000;

	private static final long STALLS = 40;

	@AfterEach
	void close() {
		servers.release();
	}

	@Test
	void noReadMissesAnOwnWriteAndTimeDoesNotRunBackwards() {
		List<HistoryApplication> two = List.of(application(ReplicaSettings.DEFAULT),
				application(ReplicaSettings.DEFAULT));
		assertThat(violations(two, STEPS, false)).isEmpty();
	}

	@Test
	void aRequestSeesAllThatWasStoredBeforeIt() {
		ReplicaSettings request = ReplicaSettings.DEFAULT.withFreshness(Freshness.REQUEST);
		assertThat(violations(List.of(application(request), application(request)), STEPS / 2, true)).isEmpty();
	}

	@Test
	void faultsAtRandomLoseNobodyAWrite() {
		List<HistoryApplication> two = List.of(application(ReplicaSettings.DEFAULT),
				application(ReplicaSettings.DEFAULT));
		History history = history(two, STEPS, false);
		List<String> violations = history.runBeside(new StandbyFaults(servers.standbys(), SEED));
		assertThat(withoutLostTransactions(violations)).isEmpty();
		System.getLogger("replicas")
			.log(System.Logger.Level.INFO, "{0} steps, {1} reads, {2} on replicas", STEPS, history.reads(),
					two.stream().mapToLong((one) -> one.replicas().counts().replicas(ReadReason.FRESH)).sum());
	}

	/** A read-only transaction ends with its server, which its caller is told. */
	private static List<String> withoutLostTransactions(List<String> violations) {
		List<String> ends = List.of("Resource", "DatabaseConnection", "terminating connection", "I/O error", "JDBC");
		return violations.stream()
			.filter((violation) -> !violation.startsWith("failed: ") || ends.stream().noneMatch(violation::contains))
			.toList();
	}

	@Test
	void readsAddUp() {
		HistoryApplication one = application(ReplicaSettings.DEFAULT);
		long before = one.replicas().counts().total();
		Random random = new Random(SEED);
		for (int i = 0; i < 200; i++) {
			one.read(random, i % History.ROWS);
		}
		assertThat(one.replicas().counts().total() - before).isEqualTo(one.reads());
	}

	@Test
	void atAQuietPointReplicasAndThePrimaryAnswerAlike() {
		HistoryApplication one = application(ReplicaSettings.DEFAULT);
		violations(List.of(one), STEPS / 4, false);
		TestCluster.await(() -> differences(one).isEmpty());
		for (int i = 0; i < 20; i++) {
			assertThat(differences(one)).isEmpty();
		}
	}

	/** What a replica answers other than the primary, row by row. */
	private static List<String> differences(HistoryApplication application) {
		List<Long> routed = all(application, Target.REPLICA);
		List<Long> unrouted = all(application, Target.PRIMARY);
		return IntStream.range(0, History.ROWS)
			.filter((row) -> !routed.get(row).equals(unrouted.get(row)))
			.mapToObj((row) -> "row %d is %d, not %d".formatted(row, routed.get(row), unrouted.get(row)))
			.toList();
	}

	private static List<Long> all(HistoryApplication application, Target target) {
		return IntStream.range(0, History.ROWS).mapToObj((row) -> application.read(0, row, target)).toList();
	}

	@Test
	void aPositionNotedBeforeTheCommitIsFound() {
		// as if the write were dated before it was stored
		LongSupplier early = () -> Moment.now() - 60_000_000L;
		assertThat(violations(List.of(application(new ServerQuestions(), early, servers.standbys())), ENOUGH, false))
			.anyMatch((violation) -> violation.startsWith("missed a write"));
	}

	@Test
	void thePositionOfWhatIsWrittenInsteadOfInsertedIsFound() {
		ServerQuestions wrong = new ServerQuestions() {
			@Override
			public Mark mark(Probe primary) throws SQLException {
				return mark(primary, "pg_current_wal_lsn()", Moment.now());
			}
		};
		HistoryApplication one = application(wrong, Moment::now, servers.standbys());
		assertThat(IntStream.range(0, 20).anyMatch((i) -> isTakenForFreshWithout(one))).isTrue();
	}

	@Test
	void aTimeNotedAfterThePositionIsFound() {
		LateTime late = new LateTime();
		HistoryApplication one = application(late, Moment::now, servers.standbys());
		long position = late.holdNext();
		TestCluster.await(() -> servers.standbys().stream().allMatch((standby) -> replayed(standby) >= position));
		servers.standbys().forEach(TestServer::pauseReplay);
		try {
			UnitOfWork.run(() -> {
				long written = one.write(new Random(SEED), 0)[0];
				long then = Moment.now();
				late.release();
				TestCluster.await(() -> isTakenForFresh(one, then));
				assertThat(one.read(0, 0, Target.ANY)).isLessThan(written);
			});
		}
		finally {
			servers.standbys().forEach(TestServer::resumeReplay);
		}
	}

	/** Write while the replicas stand still, and see whether one is taken for fresh. */
	private static boolean isTakenForFreshWithout(HistoryApplication application) {
		TestCluster.await(() -> all(application, Target.REPLICA).equals(all(application, Target.PRIMARY)));
		servers.standbys().forEach(TestServer::pauseReplay);
		try {
			application.read(0, 0, Target.PRIMARY);
			application.write(new Random(SEED), 0);
			long then = Moment.now();
			application.replicas().demand();
			TestCluster.pause(100);
			return isTakenForFresh(application, then);
		}
		finally {
			servers.standbys().forEach(TestServer::resumeReplay);
		}
	}

	private static boolean isTakenForFresh(HistoryApplication application, long moment) {
		return application.replicas().cluster().replicas().stream().anyMatch((state) -> state.horizon() > moment);
	}

	private static long replayed(TestServer standby) {
		return Long.parseLong(standby.ask("SELECT (pg_last_wal_replay_lsn() - '0/0')::bigint"));
	}

	@Test
	void aUnitOfWorkThatStaysWithNoReplicaIsFound() {
		HistoryApplication hopping = new HistoryApplication(
				List.of(open(ReplicaSettings.DEFAULT, new ServerQuestions(), Moment::now, List.of(servers.east())),
						open(ReplicaSettings.DEFAULT, new ServerQuestions(), Moment::now, List.of(servers.west()))));
		// how the threads interleave is not decided by the seed
		assertThat(IntStream.range(0, 5)
			.anyMatch((i) -> violations(List.of(hopping), ENOUGH, false).stream()
				.anyMatch((violation) -> violation.startsWith("went back"))))
			.isTrue();
	}

	@Test
	void ownWritesWhereAllAreNeededIsFound() {
		assertThat(violations(List.of(application(ReplicaSettings.DEFAULT)), ENOUGH, true))
			.anyMatch((violation) -> violation.startsWith("missed a write"));
	}

	@Test
	void aTransactionOnTwoServersWouldBeFound() {
		HistoryApplication one = application(ReplicaSettings.DEFAULT);
		// what the history asks within a transaction, asked outside of any
		assertThat(LongStream.range(0, 60).map((i) -> one.port(0)).distinct().count()).isGreaterThan(1);
	}

	@Test
	void aWriteThatReachesAStandbyIsFound() {
		try (TestCluster own = TestCluster.start(History.SCHEMA)) {
			// as if the pool of the primary led to a standby, which takes writes since it
			// was promoted
			own.west().promote();
			TestCluster.await(() -> own.west().ask("SELECT pg_is_in_recovery()").equals("f"));
			Replicas astray = new Replicas("default",
					new PrimaryServer(own.pool(own.west().url(), false), TestCluster.probe(own.primary().url())),
					List.of(), ReplicaSettings.DEFAULT);
			History history = new History(List.of(new HistoryApplication(List.of(astray))), SEED, 200, false,
					own.primary().port());
			assertThat(history.run())
				.anyMatch((violation) -> violation.equals("a write went to port " + own.west().port()));
		}
	}

	@Test
	void aReplicaThatAnswersOtherThanThePrimaryIsFound() {
		try (TestCluster others = TestCluster.start(History.SCHEMA)) {
			// as if the monitor asked one server, and readers another
			Replicas mixed = new Replicas("default",
					new PrimaryServer(servers.pool(servers.primary().url(), false),
							TestCluster.probe(servers.primary().url())),
					List.of(new ReplicaServer("east", 1, others.pool(others.east().url(), true),
							TestCluster.probe(servers.east().url()))),
					ReplicaSettings.DEFAULT);
			mixed.start();
			TestCluster.await(() -> TestCluster.isIn(mixed, "east"));
			HistoryApplication one = new HistoryApplication(List.of(mixed));
			one.write(new Random(SEED), 3);
			assertThat(differences(one)).anyMatch((difference) -> difference.startsWith("row 3 is 0, not "));
			mixed.close();
		}
	}

	private HistoryApplication application(ReplicaSettings settings) {
		return new HistoryApplication(List.of(open(settings, new ServerQuestions(), Moment::now, servers.standbys())));
	}

	private HistoryApplication application(ServerQuestions questions, LongSupplier clock, List<TestServer> standbys) {
		return new HistoryApplication(List.of(open(ReplicaSettings.DEFAULT, questions, clock, standbys)));
	}

	private Replicas open(ReplicaSettings settings, ServerQuestions questions, LongSupplier clock,
			List<TestServer> standbys) {
		// commits are acknowledged before they are written, so that positions matter
		Replicas replicas = servers.open(settings, questions, clock, standbys,
				(server) -> server.url() + "&options=-c%20synchronous_commit=off");
		TestCluster.await(() -> standbys.stream().allMatch((one) -> TestCluster.isIn(replicas, one.name())));
		return replicas;
	}

	/** Run a history while the standbys stall now and then, one more than the other. */
	private static List<String> violations(List<HistoryApplication> applications, int steps, boolean everybodys) {
		Random random = new Random(SEED);
		return history(applications, steps, everybodys)
			.runBeside(() -> stall(random.nextBoolean() ? servers.east() : servers.west(), random.nextLong(STALLS)));
	}

	private static void stall(TestServer standby, long millis) {
		standby.execute("SELECT pg_wal_replay_pause()");
		LockSupport.parkNanos(millis * 1_000_000);
		standby.resumeReplay();
		LockSupport.parkNanos(millis * 1_000_000);
	}

	private static History history(List<HistoryApplication> applications, int steps, boolean everybodys) {
		return new History(applications, SEED, steps, everybodys, servers.primary().port());
	}

}
