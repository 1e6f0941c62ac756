package dev.orm.boot.replicas;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.orm.boot.replicas.OrmHealthProperties.Need;
import dev.orm.cluster.Cluster;
import dev.orm.cluster.Condition;
import dev.orm.cluster.PrimaryState.PrimaryCondition;
import dev.orm.cluster.ReplicaState;
import dev.orm.cluster.Replicas;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Shows the servers of each database with replicas, from what is known: nothing is asked.
 * A lost replica is a detail and no outage; a primary that only reads is one.
 */
final class ReplicasHealthIndicator extends AbstractHealthIndicator {

	private final WatchedReplicas replicas;

	private final Need need;

	ReplicasHealthIndicator(WatchedReplicas replicas, Need need) {
		this.replicas = replicas;
		this.need = need;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		for (Replicas database : this.replicas.all()) {
			Cluster cluster = database.cluster();
			builder.withDetail(database.alias(), details(cluster));
			if (isDown(cluster)) {
				builder.down();
			}
		}
	}

	private boolean isDown(Cluster cluster) {
		return cluster.primary().condition() == PrimaryCondition.DEMOTED || (this.need == Need.REQUIRED
				&& cluster.replicas().stream().noneMatch((state) -> state.condition() == Condition.IN));
	}

	private static Map<String, Object> details(Cluster cluster) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("primary", cluster.primary().condition());
		for (int i = 0; i < cluster.replicas().size(); i++) {
			details.put(cluster.replicas().get(i).name(), details(cluster, i));
		}
		return details;
	}

	private static Map<String, Object> details(Cluster cluster, int replica) {
		ReplicaState state = cluster.replicas().get(replica);
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("state", state.condition());
		details.put("lag", cluster.lag(replica).map((lag) -> lag.toMillis() + "ms").orElse("unknown"));
		if (!state.reason().isEmpty()) {
			details.put("reason", state.reason());
		}
		return details;
	}

}
