package dev.orm.cluster;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import dev.orm.observe.Destination;
import dev.orm.observe.ReadReason;

/** How many reads went where and why, since the start. Thread-safe. */
public final class ReadCounts {

	private final Map<ReadReason, LongAdder> primary = adders();

	private final Map<ReadReason, LongAdder> replicas = adders();

	private static Map<ReadReason, LongAdder> adders() {
		Map<ReadReason, LongAdder> adders = new EnumMap<>(ReadReason.class);
		for (ReadReason reason : ReadReason.values()) {
			adders.put(reason, new LongAdder());
		}
		return adders;
	}

	void add(Destination destination) {
		adder(destination.isReplica() ? this.replicas : this.primary, destination.reason()).increment();
	}

	private static LongAdder adder(Map<ReadReason, LongAdder> adders, ReadReason reason) {
		return Objects.requireNonNull(adders.get(reason));
	}

	/**
	 * Return how many reads the primary answered.
	 * @param reason why it did
	 * @return the number
	 */
	public long primary(ReadReason reason) {
		return adder(this.primary, reason).sum();
	}

	/**
	 * Return how many reads replicas answered.
	 * @param reason why they did
	 * @return the number
	 */
	public long replicas(ReadReason reason) {
		return adder(this.replicas, reason).sum();
	}

	/**
	 * Return how many reads there were.
	 * @return the number
	 */
	public long total() {
		return Stream.concat(this.primary.values().stream(), this.replicas.values().stream())
			.mapToLong(LongAdder::sum)
			.sum();
	}

}
