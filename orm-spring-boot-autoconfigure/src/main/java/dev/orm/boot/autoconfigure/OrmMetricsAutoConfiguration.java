package dev.orm.boot.autoconfigure;

import dev.orm.Orm;
import dev.orm.compile.PlanCounter;
import dev.orm.execute.Databases;
import dev.orm.observe.QueryMeters;
import dev.orm.observe.QueryObservations;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.SlowStatements;
import dev.orm.observe.TransactionListener;
import dev.orm.observe.TransactionMeters;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} that times each statement and each
 * transaction in a {@code MeterRegistry}, where there is one.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = OrmAutoConfiguration.class,
		after = { OrmDatabaseAutoConfiguration.class, OrmObservationAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
@EnableConfigurationProperties(OrmProperties.class)
@ConditionalOnBooleanProperty(name = { "orm.enabled", "orm.metrics.enabled" }, matchIfMissing = true)
public final class OrmMetricsAutoConfiguration {

	// Observations make a meter of the same name: with both, each statement would count
	// twice
	@Bean
	@ConditionalOnMissingBean({ QueryMeters.class, QueryObservations.class })
	QueryMeters ormQueryMeters(MeterRegistry registry, OrmProperties properties, ObjectProvider<Databases> databases,
			ObjectProvider<RepeatedQueries> repeated, ObjectProvider<SlowStatements> slow) {
		QueryMeters meters = new QueryMeters(registry, new DatabaseNames(databases::getIfAvailable),
				properties.metrics().queryNames() == OrmProperties.QueryNames.ALL);
		repeated.ifUnique(meters::count);
		slow.ifUnique(meters::count);
		return meters;
	}

	@Bean
	@ConditionalOnMissingBean
	PlanCounter ormPlanCounter() {
		return new PlanCounter();
	}

	@Bean
	PlanMeters ormPlanMeters(PlanCounter plans, ObjectProvider<Orm> orm) {
		return new PlanMeters(plans, orm);
	}

	@Bean
	@ConditionalOnMissingBean
	TransactionListener ormTransactionMeters(MeterRegistry registry) {
		return new TransactionMeters(registry);
	}

	@Bean
	@ConditionalOnBean(Databases.class)
	TransactionTimes ormTransactionTimes(Databases databases, TransactionListener listener) {
		return new TransactionTimes(databases, listener);
	}

}
