package dev.orm.cluster;

import java.util.List;

import dev.orm.error.IllegalQueryException;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.observe.Destination;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryListeners;
import dev.orm.observe.QueryLog;
import dev.orm.observe.ReadReason;
import dev.orm.routing.Route;
import dev.orm.routing.Target;
import dev.orm.transaction.Atomic;
import dev.orm.work.UnitOfWork;
import dev.orm.work.WorkScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A reader sees what it wrote, whatever the replicas have yet. */
class ReadYourWritesTests {

	@RegisterExtension
	static final TestCluster servers = TestCluster.start("CREATE TABLE n (value int)", "INSERT INTO n VALUES (0)");

	private final Replicas replicas = servers.replicas(ReplicaSettings.DEFAULT);

	private final Databases databases = Databases.of(Database.of(this.replicas));

	private final StatementRunner runner = new StatementRunner(this.databases, QueryListeners.NONE);

	private final Atomic atomic = new Atomic(this.databases);

	private final JdbcClient jdbc = JdbcClient.create(this.replicas.dataSource());

	@BeforeEach
	void pause() {
		servers.east().pauseReplay();
		servers.west().pauseReplay();
	}

	@AfterEach
	void resume() {
		servers.east().resumeReplay();
		servers.west().resumeReplay();
		servers.release();
	}

	@Test
	void aDatabaseWithReplicasIsMadeOfItsServers() {
		// tag::unit[]
		try (WorkScope scope = UnitOfWork.open()) {
			this.jdbc.sql("UPDATE n SET value = value + 1").update();
			this.jdbc.sql("SELECT value FROM n").query(Long.class).single(); // sees it
		}
		// end::unit[]
		// tag::token[]
		// a bean in Spring Boot
		ConsistencyTokens tokens = new ConsistencyTokens(() -> List.of(this.replicas));
		UnitOfWork.run(() -> {
			this.jdbc.sql("UPDATE n SET value = value + 1").update();
			tokens.current().ifPresent(this::send);
		});
		// where it is received
		UnitOfWork.run(() -> {
			tokens.require(this.sent);
			read(); // sees it
		});
		// end::token[]
		assertThat(this.sent).matches("default=1-[0-9A-F]+");
	}

	private String sent = "";

	private void send(String token) {
		this.sent = token;
	}

	@Test
	void aTokenIsMetByThePrimaryUntilAReplicaIsThere() {
		ConsistencyTokens tokens = new ConsistencyTokens(() -> List.of(this.replicas));
		UnitOfWork.run(() -> {
			write(read() + 1);
			tokens.current().ifPresent(this::send);
		});
		UnitOfWork.run(() -> {
			tokens.require(this.sent);
			assertThat(destination(this::read).isReplica()).isFalse();
			resumeReplay();
			TestCluster.await(() -> destination(this::read).isReplica());
		});
	}

	@Test
	void aTokenThatSomebodyMadeUpDoesNoHarm() {
		ConsistencyTokens tokens = new ConsistencyTokens(() -> List.of(this.replicas));
		resumeReplay();
		UnitOfWork.run(() -> {
			tokens.require("default=1-FFFFFFFFFFFFFF");
			assertThat(destination(this::read).isReplica()).isFalse();
			TestCluster.await(() -> destination(this::read).isReplica());
		});
		UnitOfWork.run(() -> {
			tokens.require("nonsense=1-12.default=.=,;" + "x".repeat(9000));
			assertThat(destination(this::read).isReplica()).isTrue();
		});
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> tokens.require("default=1-12"))
			.withMessageContaining("UnitOfWork.open()");
	}

	@Test
	void aReadBeforeAnyWriteGoesToAReplica() {
		UnitOfWork.run(() -> assertThat(destination(this::read)).matches(Destination::isReplica)
			.extracting(Destination::reason)
			.isEqualTo(ReadReason.FRESH));
	}

	@Test
	void aReadAfterAnOwnWriteGoesToThePrimaryUntilAReplicaHasIt() {
		UnitOfWork.run(() -> {
			int wanted = read() + 1;
			write(wanted);
			assertThat(destination(() -> assertThat(read()).isEqualTo(wanted)))
				.isEqualTo(Destination.primary(ReadReason.OWN_WRITE));
			resumeReplay();
			TestCluster.await(() -> destination(() -> assertThat(read()).isEqualTo(wanted)).isReplica());
		});
	}

	@Test
	void aReadAfterAnOwnTransactionSeesIt() {
		UnitOfWork.run(() -> {
			int wanted = read() + 1;
			this.atomic.run(() -> write(wanted));
			assertThat(read()).isEqualTo(wanted);
		});
	}

	@Test
	void aHookAfterTheCommitSeesIt() {
		UnitOfWork.run(() -> {
			int wanted = read() + 1;
			this.atomic.run(() -> {
				write(wanted);
				this.atomic.onCommit(() -> assertThat(read()).isEqualTo(wanted));
			});
		});
	}

	@Test
	void aWriteOfSomebodyElsesStatementIsSeen() {
		UnitOfWork.run(() -> {
			int wanted = read() + 1;
			this.jdbc.sql("UPDATE n SET value = ?").param(wanted).update();
			assertThat(read()).isEqualTo(wanted);
		});
	}

	@Test
	void aReadOnlyTransactionSeesWhatItsUnitWrote() {
		UnitOfWork.run(() -> {
			int wanted = read() + 1;
			write(wanted);
			assertThat(this.atomic.readOnly().<Integer>call(this::read)).isEqualTo(wanted);
			assertThat(this.atomic.readOnly()
				.<Integer>call(() -> this.jdbc.sql("SELECT value FROM n").query(Integer.class).single()))
				.isEqualTo(wanted);
		});
	}

	@Test
	void aReadOnlyTransactionDoesNotSeeWhatANewOneInItCommits() {
		TransactionTemplate inner = new TransactionTemplate(this.databases.get("default").transactionManager());
		inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		UnitOfWork.run(() -> {
			int wanted = read() + 1;
			this.atomic.readOnly().run(() -> {
				assertThat(read()).isEqualTo(wanted - 1);
				inner.executeWithoutResult((status) -> write(wanted));
				// it stays on its server
				assertThat(read()).isEqualTo(wanted - 1);
			});
			assertThat(read()).isEqualTo(wanted);
		});
	}

	@Test
	void anotherUnitDoesNotWaitForIt() {
		UnitOfWork.run(() -> write(read() + 1));
		UnitOfWork.run(() -> assertThat(destination(this::read).isReplica()).isTrue());
	}

	@Test
	void outsideOfAnyUnitTheProcessIsTheUnit() {
		UnitOfWork.run(() -> write(read() + 1));
		assertThat(destination(this::read).isReplica()).isFalse();
	}

	@Test
	void aUnitSeesWhatItsThreadWroteBefore() {
		int wanted = read() + 1;
		write(wanted);
		UnitOfWork.run(() -> assertThat(read()).isEqualTo(wanted));
	}

	@Test
	void timeDoesNotRunBackwardsAfterThePrimaryWasRead() {
		UnitOfWork.run(() -> {
			servers.primary().execute("UPDATE n SET value = value + 1");
			int seen = readFrom(Target.PRIMARY);
			assertThat(read()).isEqualTo(seen);
		});
	}

	@Test
	void whoeverAsksForAReplicaGetsOneAlsoAfterAWrite() {
		UnitOfWork.run(() -> {
			int before = read();
			write(before + 1);
			assertThat(readFrom(Target.REPLICA)).isEqualTo(before);
			this.atomic.run(() -> {
				write(before + 2);
				assertThat(readFrom(Target.REPLICA)).isEqualTo(before);
				assertThat(read()).isEqualTo(before + 2);
			});
		});
	}

	private static void resumeReplay() {
		servers.east().resumeReplay();
		servers.west().resumeReplay();
	}

	private Destination destination(Runnable read) {
		QueryLog log = QueryLog.capture(read);
		return log.events().get(0).destination();
	}

	private void write(int value) {
		this.runner.update(StatementCall.of(Route.DEFAULT, "UPDATE n SET value = " + value, Operation.UPDATE, "n"));
	}

	private int read() {
		return readFrom(Target.ANY);
	}

	private int readFrom(Target target) {
		StatementCall call = StatementCall.reading(Route.DEFAULT.on(target), "SELECT value FROM n", List.of(),
				List.of(), Operation.SELECT, "n");
		return this.runner.query(call, (rows) -> {
			rows.next();
			return Integer.parseInt(rows.getString(1));
		});
	}

}
