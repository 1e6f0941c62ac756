package dev.orm.cluster;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;

import dev.orm.cluster.wal.Mark;
import dev.orm.cluster.wal.Probe;
import dev.orm.cluster.wal.ServerQuestions;
import dev.orm.cluster.wal.WalPosition;
import dev.orm.work.Moment;

/**
 * A planted bug: the time is noted after the position was asked, not before. What is
 * written between is in no replica that has reached the position.
 */
final class LateTime extends ServerQuestions {

	private final Semaphore asked = new Semaphore(0);

	private final Semaphore released = new Semaphore(0);

	private volatile boolean holds;

	private volatile long position;

	@Override
	public Mark mark(Probe primary) throws SQLException {
		Mark mark = super.mark(primary);
		if (this.holds) {
			this.holds = false;
			this.position = WalPosition.reach(mark.end().position());
			this.asked.release();
			this.released.acquireUninterruptibly();
		}
		return new Mark(Moment.now(), mark.end(), mark.system());
	}

	/** Wait until a position was asked whose time is not noted yet; return it. */
	long holdNext() {
		this.holds = true;
		this.asked.acquireUninterruptibly();
		return this.position;
	}

	/** Let the time be noted. */
	void release() {
		this.released.release();
	}

}
