package dev.orm.boot.test;

/**
 * What stands for the replicas of databases in tests.
 *
 * @since 0.1.0
 */
public enum ReplicaUse {

	/**
	 * Nothing: all is read from the database of the test. Where the application names
	 * replicas, logs tell where reads would go, to the first of them or to the primary.
	 */
	NONE,

	/**
	 * A hot standby of the embedded server for each replica that the application names,
	 * or, if it names none, one called {@code replica} of the default database. Nothing
	 * is rolled back, as a standby has what was committed only; the context, and its
	 * databases, are made anew for each class.
	 */
	REAL

}
