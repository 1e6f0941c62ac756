package dev.orm.boot.autoconfigure;

import dev.orm.boot.actuate.OrmRequestsEndpoint;
import dev.orm.observe.EndedWork;
import dev.orm.observe.ObservedWork;
import dev.orm.observe.QueryObservations;
import dev.orm.observe.QueryTracer;
import dev.orm.observe.RequestLog;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link AutoConfiguration Auto-configuration} that makes each request and job that
 * Micrometer observes a unit of work, of the {@code ormrequests} endpoint, where it is
 * exposed, and of an observation, and so a span, around each statement. The last is off
 * unless {@code orm.observation.enabled} is set: an observation costs several times what
 * a timer does. It leaves statements to a library that observes the driver.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = OrmAutoConfiguration.class,
		afterName = { "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
				"net.ttddyy.observation.boot.autoconfigure.DataSourceObservationAutoConfiguration" })
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
public final class OrmObservationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ObservedWork ormObservedWork(ObjectProvider<RequestLog> requests) {
		return new ObservedWork(ObservedWork.INCOMING, (work) -> tell(requests, work));
	}

	private static void tell(ObjectProvider<RequestLog> requests, EndedWork work) {
		requests.ifAvailable((log) -> log.accept(work));
	}

	// whoever watches the driver opens a span of each statement already
	@Bean
	@ConditionalOnBooleanProperty(name = "orm.observation.enabled")
	@ConditionalOnMissingBean(value = QueryTracer.class,
			type = "net.ttddyy.observation.tracing.DataSourceObservationListener")
	QueryObservations ormQueryObservations(ObservationRegistry registry) {
		return new QueryObservations(registry);
	}

	/** What Actuator shows of requests. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnAvailableEndpoint(OrmRequestsEndpoint.class)
		RequestLog ormRequestLog() {
			return new RequestLog();
		}

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnAvailableEndpoint(OrmRequestsEndpoint.class)
		OrmRequestsEndpoint ormRequestsEndpoint(RequestLog requests) {
			return new OrmRequestsEndpoint(requests);
		}

	}

}
