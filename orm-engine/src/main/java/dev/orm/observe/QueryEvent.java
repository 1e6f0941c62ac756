package dev.orm.observe;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A statement that ran. Immutable. The values may be personal data: a listener that shows
 * them outside of development needs a switch for it.
 *
 * @param database the alias of the database
 * @param sql the text, with a {@code ?} for each value
 * @param operation what it does
 * @param collection the table, or an empty text
 * @param values the values, in the order of the text; of a batch, those of the first row
 * @param durationNanos how long it took, until the last row was read, in nanoseconds
 * @param rows the rows read or changed; -1 where unknown
 * @param error what it failed with, else null
 * @param destination the server it went to, and why
 * @param purpose what it is for
 */
public record QueryEvent(String database, String sql, Operation operation, String collection,
		List<@Nullable Object> values, long durationNanos, long rows, @Nullable Throwable error,
		Destination destination, Purpose purpose) {

	/**
	 * Return the server it went to.
	 * @return {@code primary}, or the name of a replica
	 */
	public String server() {
		return this.destination.server();
	}

	/**
	 * Return whether the statement failed.
	 * @return true if it did
	 */
	public boolean failed() {
		return this.error != null;
	}

}
