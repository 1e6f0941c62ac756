package dev.orm.boot.replicas;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.actuate.ReplicaDescriptors;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.cluster.ConsistencyTokens;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * {@link AutoConfiguration Auto-configuration} of read replicas, where
 * {@code orm.databases.*.replicas} names some: their pools, what watches them, tokens,
 * meters and health.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = OrmDataSourceAutoConfiguration.class, before = OrmDatabaseAutoConfiguration.class,
		afterName = {
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
				"net.ttddyy.observation.boot.autoconfigure.DataSourceObservationAutoConfiguration" })
@ConditionalOnClass(HikariDataSource.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
@Conditional(OnReplicas.class)
@EnableConfigurationProperties(OrmHealthProperties.class)
public final class OrmReplicaAutoConfiguration {

	@Bean
	static ReplicaRouting ormReplicaRouting(Environment environment, ObjectProvider<WatchedReplicas> replicas) {
		return new ReplicaRouting(environment, replicas);
	}

	@Bean
	static WatchedReplicas ormWatchedReplicas(Environment environment, AutowireCapableBeanFactory beans) {
		return new WatchedReplicas(environment, beans);
	}

	@Bean
	@ConditionalOnMissingBean
	ConsistencyTokens ormConsistencyTokens(WatchedReplicas replicas) {
		return new ConsistencyTokens(replicas::all);
	}

	@Bean
	@ConditionalOnProperty(name = "orm.consistency.token", havingValue = "session")
	@Conditional(OnNoServlets.class)
	static MissingSessions ormMissingSessions() {
		return new MissingSessions();
	}

	/** What Actuator shows. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Endpoint.class)
	static class Shown {

		@Bean
		@ConditionalOnMissingBean
		ReplicaDescriptors ormReplicaDescriptors(WatchedReplicas replicas) {
			return new ShownReplicas(replicas);
		}

		@Bean
		InspectedHistory ormInspectedHistory() {
			return new InspectedHistory();
		}

	}

	/** Meters. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	@ConditionalOnBooleanProperty(name = "orm.metrics.enabled", matchIfMissing = true)
	static class Meters {

		@Bean
		ReplicaMeters ormReplicaMeters(WatchedReplicas replicas) {
			return new ReplicaMeters(replicas);
		}

		@Bean
		ReplicaPoolMeters ormReplicaPoolMeters(WatchedReplicas replicas) {
			return new ReplicaPoolMeters(replicas);
		}

	}

	/** Health. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
	static class Health {

		@Bean
		@ConditionalOnMissingBean(name = "ormHealthIndicator")
		@ConditionalOnEnabledHealthIndicator("orm")
		ReplicasHealthIndicator ormHealthIndicator(WatchedReplicas replicas, OrmHealthProperties properties) {
			return new ReplicasHealthIndicator(replicas, properties.replicas());
		}

	}

	/** Health of Spring Boot's. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthContributor.class, DataSourceHealthIndicator.class })
	static class PoolHealth {

		@Bean
		static InspectedPools ormInspectedPools() {
			return new InspectedPools();
		}

	}

	/** Only a servlet application has sessions. */
	static class OnNoServlets extends NoneNestedConditions {

		OnNoServlets() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
		static class Servlets {

		}

	}

}
