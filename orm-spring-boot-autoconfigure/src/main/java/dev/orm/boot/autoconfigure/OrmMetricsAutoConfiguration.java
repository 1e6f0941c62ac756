package dev.orm.boot.autoconfigure;

import dev.orm.observe.QueryTimers;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} that times each statement in a
 * {@code MeterRegistry}, where there is one.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = OrmAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({ QueryTimers.class, MeterRegistry.class })
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnBooleanProperty(name = { "orm.enabled", "orm.metrics.enabled" }, matchIfMissing = true)
public final class OrmMetricsAutoConfiguration {

	// Observations make a meter of the same name: with both, each statement would count
	// twice
	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "orm.observation.enabled", havingValue = false, matchIfMissing = true)
	QueryTimers ormQueryTimers(MeterRegistry registry) {
		return new QueryTimers(registry);
	}

}
