package dev.orm.cluster;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import dev.orm.work.Moment;

/**
 * What a unit of work wrote and saw of a database: what it reads next must show it.
 * Thread-safe.
 */
final class WorkReads {

	private final AtomicReference<Seen> seen;

	private final long openedAt;

	/**
	 * Begin.
	 * @param openedAt when the unit began
	 * @param writtenOutside when a thread last wrote outside of any unit: it may have
	 * been the one that now works for this unit
	 */
	WorkReads(long openedAt, long writtenOutside) {
		this.openedAt = openedAt;
		this.seen = new AtomicReference<>(
				new Seen(Need.since(Math.min(openedAt, writtenOutside)), Moment.NEVER, Cluster.NONE, 0, false));
	}

	long openedAt() {
		return this.openedAt;
	}

	Seen seen() {
		return Objects.requireNonNull(this.seen.get());
	}

	/** Stay with a replica from now on; false if another thread changed something. */
	boolean stay(Seen before, int replica, int life) {
		return this.seen.compareAndSet(before, before.at(replica, life));
	}

	/** Remember that something was written before a moment. */
	void wrote(long moment) {
		this.seen.updateAndGet((now) -> now.wrote(moment));
	}

	/** Remember that the primary was read before a moment. */
	void read(long moment) {
		this.seen.updateAndGet((now) -> now.read(moment));
	}

	void require(UnaryOperator<Need> more) {
		this.seen.updateAndGet((now) -> now.requiring(more));
	}

	/**
	 * What was seen.
	 *
	 * @param need what was written, and told by tokens
	 * @param read when the primary was last read
	 * @param replica the replica that was read since; {@link Cluster#NONE} if none was
	 * @param life the life of the replica
	 * @param hasWritten whether the unit itself wrote
	 */
	record Seen(Need need, long read, int replica, int life, boolean hasWritten) {

		private Seen at(int chosen, int itsLife) {
			return new Seen(this.need, this.read, chosen, itsLife, this.hasWritten);
		}

		private Seen wrote(long moment) {
			return new Seen(this.need.and(moment), Math.max(this.read, moment), Cluster.NONE, 0, true);
		}

		private Seen read(long moment) {
			return new Seen(this.need, Math.max(this.read, moment), Cluster.NONE, 0, this.hasWritten);
		}

		private Seen requiring(UnaryOperator<Need> more) {
			return new Seen(more.apply(this.need), this.read, this.replica, this.life, this.hasWritten);
		}

	}

}
