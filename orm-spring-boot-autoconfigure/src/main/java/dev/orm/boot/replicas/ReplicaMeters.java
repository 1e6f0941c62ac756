package dev.orm.boot.replicas;

import java.util.function.ToDoubleFunction;

import dev.orm.cluster.Condition;
import dev.orm.cluster.ReadCounts;
import dev.orm.cluster.ReplicaState;
import dev.orm.cluster.Replicas;
import dev.orm.observe.ReadReason;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of replicas: {@code orm.reads} says where reads went and why,
 * {@code orm.replica.lag} is the age of the oldest commit that a replica lacks, in
 * seconds, not a number where nobody knows, {@code orm.replica.state} is 1 while it
 * serves reads.
 */
final class ReplicaMeters implements MeterBinder {

	private static final double NANOS = 1e9;

	private final WatchedReplicas replicas;

	ReplicaMeters(WatchedReplicas replicas) {
		this.replicas = replicas;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.replicas.all().forEach((database) -> {
			for (ReadReason reason : ReadReason.values()) {
				count(registry, database, reason);
			}
			for (int i = 0; i < database.cluster().replicas().size(); i++) {
				gauge(registry, database, i);
			}
		});
	}

	private static void count(MeterRegistry registry, Replicas database, ReadReason reason) {
		counter("primary", database, reason, (counts) -> counts.primary(reason)).register(registry);
		counter("replica", database, reason, (counts) -> counts.replicas(reason)).register(registry);
	}

	private static FunctionCounter.Builder<ReadCounts> counter(String target, Replicas database, ReadReason reason,
			ToDoubleFunction<ReadCounts> count) {
		return FunctionCounter.builder("orm.reads", database.counts(), count)
			.description("Reads by where they went, and why")
			.tag("orm.database", database.alias())
			.tag("target", target)
			.tag("reason", reason.label());
	}

	private static void gauge(MeterRegistry registry, Replicas database, int number) {
		String name = database.cluster().replicas().get(number).name();
		Gauge.builder("orm.replica.lag", database, (all) -> lag(all, number))
			.description("Age of the oldest commit that the replica lacks")
			.baseUnit("seconds")
			.tag("orm.database", database.alias())
			.tag("replica", name)
			.register(registry);
		Gauge.builder("orm.replica.state", database, (all) -> (state(all, number).condition() == Condition.IN) ? 1 : 0)
			.description("1 while the replica serves reads")
			.tag("orm.database", database.alias())
			.tag("replica", name)
			.register(registry);
	}

	/** As Micrometer says what nobody knows. */
	private static double lag(Replicas database, int number) {
		return database.cluster().lag(number).map((lag) -> lag.toNanos() / NANOS).orElse(Double.NaN);
	}

	private static ReplicaState state(Replicas database, int number) {
		return database.cluster().replicas().get(number);
	}

}
