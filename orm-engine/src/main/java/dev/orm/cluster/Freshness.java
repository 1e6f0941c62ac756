package dev.orm.cluster;

/** How much a read from a replica must see. */
public enum Freshness {

	/**
	 * What the unit of work wrote, or was told of by a token; outside of one, what this
	 * process wrote. What others wrote may be late, up to the lag limit.
	 */
	OWN,
	/** What anyone had committed when the unit of work began. */
	REQUEST,
	/** Nothing: whatever is on a replica within the lag limit. */
	EVENTUAL

}
