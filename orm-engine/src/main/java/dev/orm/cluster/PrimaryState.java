package dev.orm.cluster;

/**
 * What is known of the server that is written to. Immutable.
 *
 * @param condition how it is
 * @param timeline the timeline of its log
 * @param position where its log ended when it was asked
 */
public record PrimaryState(PrimaryCondition condition, long timeline, long position) {

	static final PrimaryState UNKNOWN = new PrimaryState(PrimaryCondition.UNREACHABLE, 0, 0);

	PrimaryState becoming(PrimaryCondition next) {
		return new PrimaryState(next, this.timeline, this.position);
	}

	/** How the primary is. */
	public enum PrimaryCondition {

		/** It is written to. */
		UP,
		/** It does not answer, or was not asked yet. */
		UNREACHABLE,
		/** What the connections lead to is a standby. */
		DEMOTED

	}

}
