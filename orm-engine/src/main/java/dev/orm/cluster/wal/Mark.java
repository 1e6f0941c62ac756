package dev.orm.cluster.wal;

/**
 * All that was committed before a time is before a position. Immutable.
 *
 * @param time the time, by {@link dev.orm.work.Moment}
 * @param end where the log ended after that time
 * @param system the database system
 */
public record Mark(long time, WalPosition end, long system) {

	/** What a primary that tells no positions gives. */
	public static final Mark NONE = new Mark(0, new WalPosition(0, 0), 0);

	/** What a primary gives that has become a standby. */
	public static final Mark STANDBY = new Mark(1, new WalPosition(0, 0), 0);

	public boolean isReachedBy(long replayed) {
		return replayed >= WalPosition.reach(this.end.position());
	}

}
