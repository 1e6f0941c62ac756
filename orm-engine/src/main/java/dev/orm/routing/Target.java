package dev.orm.routing;

/**
 * Which server of a database. A database without replicas is always its primary.
 */
public enum Target {

	/** Whichever is fit for the statement. */
	ANY,
	/** The server that is written to. */
	PRIMARY,
	/** One that only reads, and may be behind. */
	REPLICA

}
