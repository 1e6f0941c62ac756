package dev.orm.boot.replicas;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * HikariCP's meters of the pools of replicas, under names such as {@code default.east}.
 * Spring Boot binds those of data sources that are beans, which these are not.
 */
final class ReplicaPoolMeters implements MeterBinder {

	private final WatchedReplicas replicas;

	ReplicaPoolMeters(WatchedReplicas replicas) {
		this.replicas = replicas;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.replicas.pools().forEach((pool) -> bind(pool, registry));
	}

	private static void bind(HikariDataSource pool, MeterRegistry registry) {
		if (pool.getMetricRegistry() == null && pool.getMetricsTrackerFactory() == null) {
			pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
		}
	}

}
