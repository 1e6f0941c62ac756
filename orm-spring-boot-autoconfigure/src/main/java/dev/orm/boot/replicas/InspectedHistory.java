package dev.orm.boot.replicas;

import java.util.Set;

import dev.orm.work.Inspection;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvoker;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvokerAdvisor;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameters;

/**
 * Lets Spring Boot's endpoints of histories of migrations look at a database without
 * being taken for writers: the tools behind them commit what they only read.
 */
final class InspectedHistory implements OperationInvokerAdvisor {

	private static final Set<EndpointId> HISTORIES = Set.of(EndpointId.of("flyway"), EndpointId.of("liquibase"));

	@Override
	public OperationInvoker apply(EndpointId endpoint, OperationType type, OperationParameters parameters,
			OperationInvoker invoker) {
		return (type == OperationType.READ && HISTORIES.contains(endpoint))
				? (context) -> Inspection.of(() -> invoker.invoke(context)) : invoker;
	}

}
