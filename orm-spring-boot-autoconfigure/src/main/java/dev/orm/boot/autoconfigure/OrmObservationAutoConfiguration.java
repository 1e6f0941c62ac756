package dev.orm.boot.autoconfigure;

import dev.orm.observe.QueryObservations;
import dev.orm.observe.QueryTracer;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} that opens an observation, and so a span,
 * around each statement. Off unless {@code orm.observation.enabled} is set: an
 * observation costs several times what a timer does.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = OrmAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass({ QueryTracer.class, ObservationRegistry.class })
@ConditionalOnBean(ObservationRegistry.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
public final class OrmObservationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(QueryTracer.class)
	@ConditionalOnBooleanProperty(name = "orm.observation.enabled")
	QueryObservations ormQueryObservations(ObservationRegistry registry) {
		return new QueryObservations(registry);
	}

}
