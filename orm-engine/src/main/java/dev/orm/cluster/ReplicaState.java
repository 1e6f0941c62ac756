package dev.orm.cluster;

import java.time.Duration;

import dev.orm.cluster.wal.Progress;
import dev.orm.work.Moment;

/**
 * What is known of a replica. Immutable.
 *
 * @param name its name
 * @param condition how it is
 * @param reason why, in words; empty if it is in
 * @param since when that began, by {@link Moment}
 * @param horizon it has all that was committed before this time
 * @param replayed the position of the log it has replayed
 * @param behind since when it lacks something; {@link Moment#NEVER} if it lacks nothing
 * @param life counts how often it was out: within one life what it shows only grows
 */
public record ReplicaState(String name, Condition condition, String reason, long since, long horizon, long replayed,
		long behind, int life) {

	private static final String NOT_ASKED = "it was not asked yet";

	static ReplicaState unknown(String name) {
		return new ReplicaState(name, Condition.OUT, NOT_ASKED, Moment.now(), Moment.NEVER, 0, Moment.NEVER, 0);
	}

	/**
	 * Return whether it was asked since it is watched.
	 * @return false at first
	 */
	public boolean isKnown() {
		return !this.reason.equals(NOT_ASKED);
	}

	/**
	 * Return whether it cannot be a replica of the primary: it is no standby, or one of
	 * another database system.
	 * @return true if it cannot
	 */
	public boolean isMistaken() {
		return this.reason.equals(Progress.NO_STANDBY) || this.reason.equals(Progress.OTHER_SYSTEM);
	}

	boolean serves(Need need) {
		return switch (this.condition) {
			case IN -> need.isMetBy(this.horizon, this.replayed);
			case UNMEASURED -> need.equals(Need.NONE);
			case LAGGING, OUT -> false;
		};
	}

	/** Whether it may answer whoever asks for a replica. */
	boolean isUsable() {
		return this.condition == Condition.IN || this.condition == Condition.UNMEASURED;
	}

	ReplicaState out(String why) {
		boolean already = this.condition == Condition.OUT;
		return new ReplicaState(this.name, Condition.OUT, why, already ? this.since : Moment.now(), Moment.NEVER,
				this.replayed, Moment.NEVER, already ? this.life : this.life + 1);
	}

	ReplicaState becoming(Condition next, String why) {
		long began = (next == this.condition) ? this.since : Moment.now();
		return new ReplicaState(this.name, next, why, began, this.horizon, this.replayed, this.behind, this.life);
	}

	ReplicaState at(long reached, long position, long lacking) {
		return new ReplicaState(this.name, this.condition, this.reason, this.since, reached, position, lacking,
				this.life);
	}

	/**
	 * Return how long it has lacked something that was committed.
	 * @return the age of the oldest commit it lacks, at most; zero if it lacks nothing
	 */
	public Duration lag() {
		return (this.behind < 0) ? Duration.ZERO : Duration.ofNanos(Moment.now() - this.behind);
	}

}
