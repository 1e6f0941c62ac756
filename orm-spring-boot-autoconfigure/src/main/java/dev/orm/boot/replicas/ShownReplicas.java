package dev.orm.boot.replicas;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.orm.boot.actuate.ReplicaDescriptors;
import dev.orm.cluster.Cluster;
import dev.orm.cluster.ReplicaState;
import dev.orm.cluster.Replicas;
import org.jspecify.annotations.Nullable;

/** Describes the servers that are watched. Thread-safe. */
final class ShownReplicas implements ReplicaDescriptors {

	private static final double NANOS = 1e9;

	private static final int HALF = 32;

	private static final long LOW = 0xFFFFFFFFL;

	private final WatchedReplicas replicas;

	ShownReplicas(WatchedReplicas replicas) {
		this.replicas = replicas;
	}

	@Override
	public @Nullable ServersDescriptor of(String alias) {
		return this.replicas.all()
			.stream()
			.filter((database) -> database.alias().equals(alias))
			.findFirst()
			.map(ShownReplicas::describe)
			.orElse(null);
	}

	private static ServersDescriptor describe(Replicas database) {
		Cluster cluster = database.cluster();
		Map<String, ReplicaDescriptor> replicas = new LinkedHashMap<>();
		List<ReplicaState> states = cluster.replicas();
		for (int i = 0; i < states.size(); i++) {
			replicas.put(states.get(i).name(), describe(cluster, i));
		}
		PrimaryDescriptor primary = new PrimaryDescriptor(cluster.primary().condition().name(),
				cluster.primary().timeline(), position(cluster.primary().position()));
		return new ServersDescriptor(word(database.settings().reads()), word(database.settings().freshness()), primary,
				replicas);
	}

	private static ReplicaDescriptor describe(Cluster cluster, int replica) {
		ReplicaState state = cluster.replicas().get(replica);
		return new ReplicaDescriptor(state.condition().name(), state.reason().isEmpty() ? null : state.reason(),
				cluster.lag(replica).map((lag) -> lag.toNanos() / NANOS).orElse(null), position(state.replayed()),
				Collections.frequency(cluster.turns(), replica));
	}

	/** As properties write it. */
	private static String word(Enum<?> choice) {
		return choice.name().toLowerCase(Locale.ROOT);
	}

	/** As PostgreSQL writes it. */
	private static String position(long position) {
		return "%X/%X".formatted(position >>> HALF, position & LOW);
	}

}
