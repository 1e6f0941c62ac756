package dev.orm.boot.test;

/**
 * How tests leave the databases as they found them.
 *
 * @since 0.1.0
 */
public enum Reset {

	/** Each test runs in a transaction, which is rolled back. */
	ROLLBACK,

	/**
	 * Tests commit, or work in threads of their own; once all of a class have run, the
	 * databases are made anew.
	 */
	CLONE

}
