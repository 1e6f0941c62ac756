package dev.orm.migration.lint;

/** The locks statements take on tables, from the weakest to the strongest. */
public enum Lock {

	/** None that others notice. */
	NONE,
	/** Against other changes of the table only. */
	SHARE_UPDATE_EXCLUSIVE,
	/** Writers wait. */
	SHARE,
	/** Writers wait, and others that make a foreign key. */
	SHARE_ROW_EXCLUSIVE,
	/** Everybody waits, readers included. */
	ACCESS_EXCLUSIVE;

	/**
	 * Return the lock of a mode of {@code pg_locks}.
	 * @param mode as in {@code AccessExclusiveLock}
	 * @return the lock; {@link #NONE} for those that readers and writers take as well
	 */
	public static Lock ofMode(String mode) {
		return switch (mode) {
			case "AccessExclusiveLock", "ExclusiveLock" -> ACCESS_EXCLUSIVE;
			case "ShareRowExclusiveLock" -> SHARE_ROW_EXCLUSIVE;
			case "ShareLock" -> SHARE;
			case "ShareUpdateExclusiveLock" -> SHARE_UPDATE_EXCLUSIVE;
			default -> NONE;
		};
	}

	/**
	 * Return the stronger of two locks.
	 * @param other another lock
	 * @return the one whose holder more have to wait for
	 */
	public Lock or(Lock other) {
		return (compareTo(other) < 0) ? other : this;
	}

}
