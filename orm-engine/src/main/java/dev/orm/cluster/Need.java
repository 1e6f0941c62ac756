package dev.orm.cluster;

import dev.orm.work.Moment;

/**
 * What a reader must be able to see: all that was committed before a time, and, of what
 * another process told by a token, all up to a position of the write-ahead log.
 * Immutable.
 *
 * @param time the time, by {@link Moment}; {@link Moment#NEVER} for nothing
 * @param position the position; 0 for none
 * @param told when the position was told: what is told was committed before
 */
record Need(long time, long position, long told) {

	/** Nothing. */
	static final Need NONE = new Need(Moment.NEVER, 0, Moment.NEVER);

	static Need since(long time) {
		return (time < 0) ? NONE : new Need(time, 0, Moment.NEVER);
	}

	Need and(long moment) {
		return (moment <= this.time) ? this : new Need(moment, this.position, this.told);
	}

	Need andPosition(long wanted, long at) {
		return new Need(this.time, Math.max(this.position, wanted), Math.max(this.told, at));
	}

	/** Return whether something was added at a moment or later. */
	boolean isNewerThan(long moment) {
		return this.time >= moment || this.told >= moment;
	}

	/**
	 * Return whether a replica shows it. A position nobody reached, forged or of a lost
	 * timeline, ends to count once the replica has all from before it was told.
	 * @param horizon the replica has all that was committed before this time
	 * @param replayed the position the replica is at
	 */
	boolean isMetBy(long horizon, long replayed) {
		return (this.time < 0 || horizon > this.time)
				&& (this.position == 0 || replayed >= this.position || horizon > this.told);
	}

}
