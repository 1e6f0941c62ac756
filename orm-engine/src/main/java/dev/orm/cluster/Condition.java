package dev.orm.cluster;

/** How a replica is. */
public enum Condition {

	/** It serves reads. */
	IN,
	/** It is further behind than the limit, or has not caught up since it was found. */
	LAGGING,
	/** It is not to be used. */
	OUT,
	/** It tells no positions: only reads that need none may use it. */
	UNMEASURED

}
