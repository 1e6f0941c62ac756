package dev.orm.cluster;

import java.time.Duration;

/**
 * How the replicas of a database are used. Immutable.
 *
 * @param reads which reads go to them
 * @param freshness how much such a read must see
 * @param maxLag beyond it a replica rests
 * @param patience how long a read waits for a replica before the primary answers
 */
public record ReplicaSettings(Reads reads, Freshness freshness, Duration maxLag, Duration patience) {

	/** Automatic reads that see what their unit of work wrote, at most 5 s behind. */
	public static final ReplicaSettings DEFAULT = new ReplicaSettings(Reads.AUTOMATIC, Freshness.OWN,
			Duration.ofSeconds(5), Duration.ZERO);

	/**
	 * Choose which reads go to replicas.
	 * @param chosen which
	 * @return a copy
	 */
	public ReplicaSettings withReads(Reads chosen) {
		return new ReplicaSettings(chosen, this.freshness, this.maxLag, this.patience);
	}

	/**
	 * Choose how much they must see.
	 * @param chosen how much
	 * @return a copy
	 */
	public ReplicaSettings withFreshness(Freshness chosen) {
		return new ReplicaSettings(this.reads, chosen, this.maxLag, this.patience);
	}

	/**
	 * Choose beyond which lag a replica rests.
	 * @param limit the limit
	 * @return a copy
	 */
	public ReplicaSettings withMaxLag(Duration limit) {
		return new ReplicaSettings(this.reads, this.freshness, limit, this.patience);
	}

	/**
	 * Choose how long a read waits for a replica.
	 * @param limit the limit; zero not to wait
	 * @return a copy
	 */
	public ReplicaSettings withPatience(Duration limit) {
		return new ReplicaSettings(this.reads, this.freshness, this.maxLag, limit);
	}

}
