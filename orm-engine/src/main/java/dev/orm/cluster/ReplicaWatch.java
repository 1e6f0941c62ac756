package dev.orm.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.orm.cluster.wal.Mark;
import dev.orm.cluster.wal.Probe;
import dev.orm.cluster.wal.Progress;
import dev.orm.cluster.wal.ServerQuestions;
import dev.orm.work.Moment;

/**
 * Asks a replica how far it is, and shows it. Its own thread, so that a server that hangs
 * holds up nobody else.
 */
final class ReplicaWatch implements Runnable {

	/** How long a watch rests that nobody waits for. */
	static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

	private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(1);

	private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(16);

	/** How long a lost server is left alone. */
	private static final long RETREAT = TimeUnit.MILLISECONDS.toNanos(500);

	/** Who does not answer for so long is silent, and not gone: nothing told so. */
	private static final long SILENCE = TimeUnit.MILLISECONDS.toNanos(900);

	/** A server that was silent so often, one time after the other, hangs. */
	private static final int SILENT_TIMES = 2;

	/** A server that was lost answers so often before it is used again. */
	private static final int GOOD_ANSWERS = 2;

	private final int number;

	private final ReplicaServer server;

	private final Probe probe;

	private final ServerQuestions questions;

	private final ClusterBoard board;

	private final Duration maxLag;

	private final LentConnections lent;

	private final ServerLog log;

	private final Queue<Mark> marks = new ConcurrentLinkedQueue<>();

	private final Progress progress = new Progress();

	private int life;

	private int goodAnswers;

	private int silent;

	private long pause = SHORTEST;

	private volatile boolean open = true;

	private volatile Thread thread = Thread.currentThread();

	ReplicaWatch(int number, ReplicaServer server, ServerQuestions questions, ClusterBoard board, Duration maxLag,
			LentConnections lent, String alias) {
		this.log = new ServerLog("Replica '%s' of database '%s'".formatted(server.name(), alias), word(Condition.IN));
		this.number = number;
		this.server = server;
		this.probe = new Probe(server.probe());
		this.questions = questions;
		this.board = board;
		this.maxLag = maxLag;
		this.lent = lent;
	}

	/** Take in where the primary's log ended. */
	void mark(Mark mark) {
		this.marks.add(mark);
		LockSupport.unpark(this.thread);
	}

	void close() {
		this.open = false;
		LockSupport.unpark(this.thread);
	}

	@Override
	public void run() {
		this.thread = Thread.currentThread();
		while (this.open) {
			ask();
			tell(state());
			rest();
		}
		this.probe.close();
	}

	/** At first, and once it is back, it takes a moment to find out how far it is. */
	private void tell(ReplicaState state) {
		boolean comes = state.condition() == Condition.LAGGING && state.horizon() < 0;
		if (state.isKnown() && !comes) {
			this.log.tell(state.condition() == Condition.IN, word(state.condition()), state.reason());
		}
	}

	private static String word(Condition condition) {
		return condition.name().toLowerCase(Locale.ROOT);
	}

	private void ask() {
		takeMarks();
		long asked = Moment.now();
		try {
			String wrong = this.progress.take(this.questions.replayed(this.probe));
			this.silent = 0;
			if (wrong.isEmpty()) {
				found();
			}
			else {
				lose(wrong);
			}
		}
		catch (SQLException ex) {
			if (Failures.isUnknownFunction(ex)) {
				show(state().becoming(Condition.UNMEASURED, "it tells no positions"));
			}
			else {
				lose("it does not answer: " + ex.getMessage());
				silent(asked);
			}
		}
	}

	/**
	 * Readers would wait for the network, as nothing tells them that their server hangs.
	 */
	private void silent(long asked) {
		this.silent = (Moment.now() - asked >= SILENCE) ? this.silent + 1 : 0;
		if (this.silent >= SILENT_TIMES) {
			this.lent.abort();
		}
	}

	private void takeMarks() {
		for (Mark mark = this.marks.poll(); mark != null; mark = this.marks.poll()) {
			this.pause = SHORTEST;
			this.progress.expect(mark);
		}
	}

	private void found() {
		ReplicaState state = state();
		if (state.life() != this.life) {
			// a reader lost it since the last look
			forget();
			return;
		}
		this.goodAnswers++;
		ReplicaState next = state.at(this.progress.horizon(), this.progress.replayed(), this.progress.behind());
		show(judge(next));
	}

	private ReplicaState judge(ReplicaState state) {
		if (state.condition() == Condition.OUT && (this.goodAnswers < GOOD_ANSWERS || !isWarm())) {
			return state;
		}
		if (!this.progress.isMeasurable()) {
			return state.becoming(Condition.UNMEASURED, "no positions are told");
		}
		if (state.horizon() < 0) {
			return state.becoming(Condition.LAGGING, "it has not caught up yet");
		}
		return (state.lag().compareTo(this.maxLag) > 0)
				? state.becoming(Condition.LAGGING, "it is more than %s behind".formatted(this.maxLag))
				: state.becoming(Condition.IN, "");
	}

	/** Let the pool find out that its server is back before a reader asks it. */
	private boolean isWarm() {
		try (Connection warm = this.server.pool().getConnection()) {
			return !warm.isClosed();
		}
		catch (SQLException ex) {
			this.goodAnswers = 0;
			return false;
		}
	}

	private void lose(String reason) {
		this.board.replica(this.number, (state) -> state.out(reason));
		forget();
	}

	private void forget() {
		this.life = state().life();
		this.goodAnswers = 0;
		this.progress.forget();
	}

	private void show(ReplicaState found) {
		if (!this.board.replica(this.number, this.life, found)) {
			forget();
		}
	}

	private ReplicaState state() {
		return this.board.cluster().replicas().get(this.number);
	}

	private void rest() {
		if (this.open && this.marks.isEmpty()) {
			LockSupport.parkNanos(this, untilNext());
		}
	}

	private long untilNext() {
		if (state().condition() == Condition.OUT) {
			return (this.goodAnswers > 0) ? LONGEST : RETREAT;
		}
		if (!this.progress.isWaiting() || this.pause > LONGEST) {
			return INTERVAL;
		}
		long next = this.pause;
		this.pause *= 2;
		return next;
	}

}
