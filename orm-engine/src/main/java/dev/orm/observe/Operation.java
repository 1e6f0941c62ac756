package dev.orm.observe;

/** What a statement does, as OpenTelemetry's {@code db.operation.name}. */
public enum Operation {

	/** Reads rows. */
	SELECT,
	/** Adds rows. */
	INSERT,
	/** Changes rows. */
	UPDATE,
	/** Removes rows. */
	DELETE,
	/** Anything else: DDL, raw SQL, session commands. */
	OTHER;

	/**
	 * Return whether rows may change.
	 * @return true unless it only reads
	 */
	public boolean isWrite() {
		return this != SELECT;
	}

}
