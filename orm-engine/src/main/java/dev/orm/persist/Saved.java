package dev.orm.persist;

/** What became of the row of a saved instance. */
public enum Saved {

	/** No attribute was to be written. */
	NOTHING,

	/** The row is new. */
	INSERTED,

	/** The row was there. */
	UPDATED

}
