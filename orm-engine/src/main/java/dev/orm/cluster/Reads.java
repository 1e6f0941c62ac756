package dev.orm.cluster;

/** Which reads go to replicas by themselves. */
public enum Reads {

	/** Reads outside of transactions, and read-only transactions. */
	AUTOMATIC,
	/** Read-only transactions. */
	TRANSACTION,
	/** None but those that ask for a replica. */
	PRIMARY

}
