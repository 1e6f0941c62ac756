package dev.orm.observe;

/**
 * Where a statement went. Immutable.
 *
 * @param server {@code primary}, or the name of a replica
 * @param reason why
 */
public record Destination(String server, ReadReason reason) {

	/** What the server that is written to is called. */
	public static final String PRIMARY = "primary";

	/** The only server of a database. */
	public static final Destination ONLY = new Destination(PRIMARY, ReadReason.ONLY);

	/**
	 * Return whether a replica answers.
	 * @return false for the primary
	 */
	public boolean isReplica() {
		return !this.server.equals(PRIMARY);
	}

	/**
	 * Go to the primary.
	 * @param reason why
	 * @return the destination
	 */
	public static Destination primary(ReadReason reason) {
		return new Destination(PRIMARY, reason);
	}

}
