package dev.orm.load;

/**
 * What happens when a relation or field that is not loaded is touched. Django's fetch
 * modes.
 */
public enum FetchMode {

	/**
	 * Fetch it for all instances of the same result that are still in use, by one query.
	 */
	PEERS,
	/** Fetch it for the one instance. */
	ONE,
	/** Refuse. */
	RAISE,
	/**
	 * Fetch it for an instance that was loaded alone, refuse for one of several. For
	 * tests.
	 */
	RAISE_N_PLUS_ONE

}
