package dev.orm.cluster;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.orm.cluster.PrimaryState.PrimaryCondition;
import dev.orm.cluster.wal.Mark;
import dev.orm.cluster.wal.Probe;
import dev.orm.cluster.wal.ServerQuestions;
import dev.orm.cluster.wal.WalPosition;
import dev.orm.work.Moment;

/**
 * Asks the primary where its log ends: each second, and at once, though at most every 25
 * ms, when a reader was turned away. Its own thread.
 */
final class PrimaryWatch implements Runnable {

	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(25);

	private static final String UP = "up";

	private final ServerLog log;

	private final PrimaryServer server;

	private final Probe probe;

	private final ServerQuestions questions;

	private final ClusterBoard board;

	private final List<ReplicaWatch> replicas;

	private volatile boolean demanded;

	private volatile boolean open = true;

	private volatile Thread thread = Thread.currentThread();

	PrimaryWatch(PrimaryServer server, ServerQuestions questions, ClusterBoard board, List<ReplicaWatch> replicas,
			String alias) {
		this.log = new ServerLog("The primary of database '%s'".formatted(alias), UP);
		this.server = server;
		this.probe = new Probe(server.probe());
		this.questions = questions;
		this.board = board;
		this.replicas = replicas;
	}

	@Override
	public void run() {
		this.thread = Thread.currentThread();
		while (this.open) {
			this.demanded = false;
			long asked = Moment.now();
			ask();
			rest(asked);
		}
		this.probe.close();
	}

	private void ask() {
		try {
			tell(this.questions.mark(this.probe));
		}
		catch (SQLException ex) {
			lost(ex);
		}
	}

	private void tell(Mark mark) {
		boolean wasDemoted = this.board.cluster().primary().condition() == PrimaryCondition.DEMOTED;
		boolean isDemoted = mark.equals(Mark.STANDBY);
		if (wasDemoted != isDemoted) {
			// also those made meanwhile: nobody but the ORM would find out where they
			// lead
			PrimaryPool.evict(this.server.pool());
		}
		if (isDemoted) {
			demoted();
			return;
		}
		this.log.tell(true, UP, "");
		WalPosition end = mark.end();
		this.board.primary((state) -> new PrimaryState(PrimaryCondition.UP, end.timeline(), end.position()));
		this.replicas.forEach((replica) -> replica.mark(mark));
	}

	private void demoted() {
		this.log.tell(false, "demoted", "it is a standby now");
		this.board.primary((state) -> state.becoming(PrimaryCondition.DEMOTED));
		// the next connection may find the new primary
		this.probe.close();
	}

	private void lost(SQLException error) {
		if (Failures.isUnknownFunction(error)) {
			this.board.primary((state) -> state.becoming(PrimaryCondition.UP));
			this.replicas.forEach((replica) -> replica.mark(Mark.NONE));
		}
		else {
			this.log.tell(false, "unreachable", String.valueOf(error.getMessage()));
			this.board.primary((state) -> state.becoming(PrimaryCondition.UNREACHABLE));
		}
	}

	private void rest(long asked) {
		long left = left(asked);
		while (this.open && left > 0) {
			LockSupport.parkNanos(this, left);
			left = left(asked);
		}
	}

	private long left(long asked) {
		return asked + (this.demanded ? PAUSE : ReplicaWatch.INTERVAL) - Moment.now();
	}

	/** Ask soon: a reader was turned away. */
	void demand() {
		if (!this.demanded) {
			this.demanded = true;
			LockSupport.unpark(this.thread);
		}
	}

	void close() {
		this.open = false;
		LockSupport.unpark(this.thread);
	}

}
