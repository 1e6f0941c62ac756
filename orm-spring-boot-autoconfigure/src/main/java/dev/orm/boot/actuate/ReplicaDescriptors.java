package dev.orm.boot.actuate;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Describes the servers of databases that have replicas, from what is known: nothing is
 * asked. Thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ReplicaDescriptors {

	/** No database has replicas. */
	ReplicaDescriptors NONE = (alias) -> null;

	/**
	 * Describe the servers of a database.
	 * @param alias its alias
	 * @return the servers; null if it has no replicas
	 */
	@Nullable ServersDescriptor of(String alias);

	/**
	 * The servers of a database.
	 *
	 * @param reads which reads go to replicas by themselves
	 * @param freshness how much such a read must see
	 * @param primary the server that is written to
	 * @param replicas the others by name
	 */
	record ServersDescriptor(String reads, String freshness, PrimaryDescriptor primary,
			Map<String, ReplicaDescriptor> replicas) {

	}

	/**
	 * The server that is written to.
	 *
	 * @param state how it is
	 * @param timeline the timeline of its log
	 * @param at where its log ended when it was asked last
	 */
	record PrimaryDescriptor(String state, long timeline, String at) {

	}

	/**
	 * A server that only reads.
	 *
	 * @param state how it is
	 * @param reason why, in words; null if it is in
	 * @param lag the age of the oldest commit that it lacks, in seconds; null if nobody
	 * knows
	 * @param replayed the position of the log it has replayed
	 * @param weight how many reads it gets, compared with the others
	 */
	record ReplicaDescriptor(String state, @Nullable String reason, @Nullable Double lag, String replayed, int weight) {

	}

}
