package dev.orm.boot.autoconfigure;

import dev.orm.Orm;
import dev.orm.boot.actuate.OrmRequestsEndpoint;
import dev.orm.observe.EndedWork;
import dev.orm.observe.ObservedWork;
import dev.orm.observe.RequestLog;
import io.micrometer.observation.ObservationHandler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link AutoConfiguration Auto-configuration} that makes each request and job that
 * Micrometer observes a unit of work, and of the {@code ormrequests} endpoint, where it
 * is exposed.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		beforeName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass({ Orm.class, ObservationHandler.class })
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
public final class OrmWorkAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ObservedWork ormObservedWork(ObjectProvider<RequestLog> requests) {
		return new ObservedWork(ObservedWork.INCOMING, (work) -> tell(requests, work));
	}

	private static void tell(ObjectProvider<RequestLog> requests, EndedWork work) {
		requests.ifAvailable((log) -> log.accept(work));
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
